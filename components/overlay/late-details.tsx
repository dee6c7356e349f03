import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/**
 * A `details` whose content is made when it is first opened, and stays: most are never opened, and
 * what nobody sees held up the dock's first picture.
 */
export function LateDetails(props: {
  class: string;
  summary: ComponentChildren;
  children: () => ComponentChildren;
}) {
  const [wanted, setWanted] = useState(false);
  return (
    <details class={props.class} onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      {/* A click comes before what it opens is drawn, so that nothing is seen to be filled in. */}
      <summary onClick={() => setWanted(true)}>{props.summary}</summary>
      {wanted && props.children()}
    </details>
  );
}
