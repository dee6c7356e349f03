import type { ComponentChildren } from 'preact';
import './section.css';

/** A section of the dock: its name, where its figures come from, and what it says. */
export function Section(props: { name: string; from?: string; children: ComponentChildren }) {
  return (
    <section class="dock-section">
      <h2>
        {props.name}
        {props.from !== undefined && <span>{props.from}</span>}
      </h2>
      {props.children}
    </section>
  );
}
