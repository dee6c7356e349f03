import type { ComponentChildren } from 'preact';
import { Mark } from '../ui/mark';
import { useWords } from '../ui/words';
import './shell.css';
import { hashOf, type Room } from './rooms';

type Props = {
  room: Room;
  /** How many there are of each, null while it is not known. */
  counts: { watch: number | null; benchmarks: number | null };
  /** True while a benchmark holds changes that are not saved. */
  unsaved: boolean;
  /** What holds for the whole page, e.g. that it can only read. */
  banner?: ComponentChildren;
  children: ComponentChildren;
};

/** The frame of the options page: the rooms at the left, one of them at the right. */
export function Shell({ room, counts, unsaved, banner, children }: Props) {
  const words = useWords();
  const { nav } = words.options;
  const link = (to: Room, label: string, count?: ComponentChildren) => (
    <li>
      <a href={hashOf(to)} aria-current={room === to ? 'page' : undefined}>
        <span>{label}</span>
        {count !== undefined && <em>{count}</em>}
      </a>
    </li>
  );
  return (
    <div class="shell">
      <a
        class="skip-link"
        href="#content"
        onClick={(event) => {
          // The hash is the route: only the focus moves.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {words.options.skipToContent}
      </a>
      <nav class="shell-nav" aria-label={nav.label}>
        <div class="shell-brand">
          <Mark size={18} />
          {words.common.brand}
        </div>
        <ul>
          {link('watch', nav.watch, counts.watch ?? undefined)}
          {link('changes', nav.changes)}
          {link('compare', nav.compare)}
          {link('report', nav.report)}
          {link(
            'benchmarks',
            nav.benchmarks,
            unsaved ? (
              <>
                <i class="unsaved-dot" aria-hidden="true" />
                {nav.unsaved}
              </>
            ) : (
              (counts.benchmarks ?? undefined)
            ),
          )}
          {link('bank', nav.bank)}
        </ul>
        <h2>{nav.data}</h2>
        <ul>
          {link('import', nav.import)}
          {link('backup', nav.backup)}
          {link('health', nav.health)}
        </ul>
        <ul class="shell-foot">
          {link('settings', nav.settings)}
          {link('about', nav.about)}
          {link('welcome', nav.welcome)}
        </ul>
      </nav>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard has to get there */}
      <main class="shell-main" id="content" tabIndex={0}>
        {banner}
        {children}
      </main>
    </div>
  );
}

/** The head line of a room: its name, what there is, and what can be done. */
export function RoomHead(props: {
  title: ComponentChildren;
  summary?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <header class="room-head">
      <h1>{props.title}</h1>
      {props.summary !== undefined && <span class="room-summary">{props.summary}</span>}
      <span class="room-space" />
      {props.children}
    </header>
  );
}
