import type { ComponentChildren } from 'preact';
import './section.css';
import { ChangedMark } from './was';

/**
 * A section of the dock: its name, where its figures come from, and what it says. `changed` tells
 * each change of its facts since the last visit.
 */
export function Section(props: {
  name: string;
  from?: string;
  changed?: readonly string[];
  children: ComponentChildren;
}) {
  return (
    <section class="dock-section">
      <h2>
        {props.name}
        {props.changed !== undefined && <ChangedMark texts={props.changed} />}
        {props.from !== undefined && <span>{props.from}</span>}
      </h2>
      {props.children}
    </section>
  );
}
