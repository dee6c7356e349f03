import type { ComponentChildren } from 'preact';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { FailureNotice, Notice } from '../ui/notice';
import { Tabs } from '../ui/tabs';
import { useWords } from '../ui/words';
import './benchmark.css';
import type { DraftProblem } from './benchmark-draft';
import { hashOf } from './rooms';
import { RoomHead } from './shell';
import { useSaveKey } from './use-keys';

export const SECTIONS = ['basics', 'keywords', 'points', 'ladder', 'fits'] as const;
export type Section = (typeof SECTIONS)[number];

type Props = {
  name: string;
  section: Section;
  /** How many keywords and selling points, for the tabs. */
  counts: { keywords: number; points: number };
  changed: boolean;
  saving: boolean;
  /** True after a save, until the next change. */
  saved: boolean;
  failure: FailureCode | null;
  problems: readonly DraftProblem[];
  /** Keyword rows that have to be put right. */
  keywordProblems: number;
  readOnly: boolean;
  onSection: (section: Section) => void;
  onSave: () => void;
  onDiscard: () => void;
  onDelete: () => void;
  /** After a conflict: save mine over the other, or take the other. */
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** The section's own view, and what stands beside it. */
  children: ComponentChildren;
  aside: ComponentChildren;
};

/** The frame of the benchmark editor: name, what is saved and what is not, the sections. */
export function BenchmarkEditor(props: Props) {
  const { name, section, counts, changed, saving, problems, keywordProblems, readOnly } = props;
  const words = useWords();
  const { benchmarks: own } = words.options;
  const faults = (of: Section) =>
    of === 'keywords' ? keywordProblems : problems.filter((each) => sectionOf(each) === of).length;
  const label = (of: Section) => (
    <>
      {own.sections[of]}
      {of === 'keywords' && <em class="tab-count">{counts.keywords.toLocaleString()}</em>}
      {of === 'points' && <em class="tab-count">{counts.points}</em>}
      {faults(of) > 0 && <em class="tab-fault">{faults(of)}</em>}
    </>
  );
  useSaveKey(() => {
    if (!readOnly && !saving && changed) props.onSave();
  });
  const allFaults = problems.length + keywordProblems;
  return (
    <div class="editor">
      <a class="editor-back" href={hashOf('benchmarks')}>
        {`‹ ${own.back}`}
      </a>
      <RoomHead
        title={name.trim() === '' ? own.defaultName : name}
        summary={<SaveState {...props} faults={allFaults} />}
      >
        <Button
          icon="trash"
          kind="danger"
          disabled={readOnly || saving}
          onClick={props.onDelete}
          hint={own.remove}
        >
          {own.remove}
        </Button>
        <Button disabled={!changed || saving} onClick={props.onDiscard}>
          {own.discard}
        </Button>
        <Button
          kind="primary"
          disabled={readOnly || !changed || saving}
          hint={own.saveHint}
          onClick={props.onSave}
        >
          {own.save}
        </Button>
      </RoomHead>
      {props.failure === 'conflict' ? (
        <Notice
          kind="fault"
          action={
            <>
              <Button onClick={props.onKeepMine}>{own.conflict.mine}</Button>
              <Button onClick={props.onTakeTheirs}>{own.conflict.theirs}</Button>
            </>
          }
        >
          <strong>{own.conflict.title}</strong> {own.conflict.text}
        </Notice>
      ) : (
        props.failure !== null && <FailureNotice code={props.failure} />
      )}
      <div class="editor-body">
        <Tabs
          label={own.sections.label}
          tabs={SECTIONS.map((id) => ({ id, label: label(id) }))}
          chosen={section}
          onChoose={props.onSection}
        >
          <div class="editor-section">{props.children}</div>
        </Tabs>
        <aside class="editor-aside">{props.aside}</aside>
      </div>
    </div>
  );
}

/** Whether what is on the screen is saved; announced when it changes. */
function SaveState(props: Props & { faults: number }) {
  const words = useWords();
  const { benchmarks: own } = words.options;
  const text = props.saving
    ? words.common.saving
    : props.faults > 0 && props.changed
      ? own.problems(props.faults)
      : props.changed
        ? own.unsaved
        : props.saved
          ? own.saved
          : '';
  return (
    <span
      role="status"
      class={props.changed ? 'unsaved' : 'subtle'}
      title={props.changed ? own.unsavedKept : undefined}
    >
      {text}
    </span>
  );
}

/** Which section a problem's input stands in. */
export function sectionOf(problem: DraftProblem): Section {
  if (problem.field.startsWith('point-')) return 'points';
  if (problem.field.startsWith('score-')) return 'ladder';
  if (['daily', 'promo', 'member', 'floor'].includes(problem.field)) return 'ladder';
  return 'basics';
}
