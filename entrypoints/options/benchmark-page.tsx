import { useCallback, useState } from 'preact/hooks';
import { BenchmarkBasics } from '../../components/options/benchmark-basics';
import { BenchmarkEditor, SECTIONS, type Section } from '../../components/options/benchmark-editor';
import { FitsEditor } from '../../components/options/fits-editor';
import { KeywordTable } from '../../components/options/keyword-table';
import { addKeywords } from '../../components/options/keyword-rows';
import { LadderEditor } from '../../components/options/ladder-editor';
import { listingIdIn } from '../../components/options/listing-address';
import { PasteKeywords } from '../../components/options/paste-keywords';
import { PointEditor } from '../../components/options/point-editor';
import { hashOf } from '../../components/options/rooms';
import { Workbench } from '../../components/options/workbench';
import { Button } from '../../components/ui/button';
import { EmptyState } from '../../components/ui/empty-state';
import { Notice } from '../../components/ui/notice';
import { Skeleton } from '../../components/ui/skeleton';
import { useWords } from '../../components/ui/words';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Keyword } from '../../lib/benchmark/keyword';
import { readKeywordPaste } from '../../lib/benchmark/keyword-paste';
import { readKindFigure } from '../../lib/benchmark/kind-figure';
import { isShareKind } from '../../lib/benchmark/metric-kind';
import type { Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { TAOBAO_HOSTS } from '../../lib/sites/hosts';
import { run } from './command';
import { copyText } from './copy-text';
import type { Drafts } from './drafts';
import type { PageContext } from './page-context';
import { useBenchmarkEdit } from './use-benchmark-edit';
import { useSeen } from './use-seen';
import { useTitleCheck } from './use-title-check';

type Props = {
  benchmarkId: string;
  part: string | null;
  stored: Stored<Benchmark> | null;
  drafts: Drafts;
  context: PageContext;
};

/** One benchmark's editor, wired. */
export function BenchmarkPage({ benchmarkId, part, stored, drafts, context }: Props) {
  const { reader, readOnly, toast } = context;
  const words = useWords();
  const { benchmarks: own } = words.options;
  const section = SECTIONS.find((each) => each === part) ?? 'basics';
  const live = useLive(() => reader.keywords(benchmarkId), [benchmarkId]);
  const keywords = live.state === 'value' ? live.value : undefined;
  const damaged = keywords?.damaged ?? false;
  const edit = useBenchmarkEdit(benchmarkId, stored, keywords, drafts);
  const [pasting, setPasting] = useState(false);
  const [title, setTitle] = useState('');
  const check = useTitleCheck(
    stored === null ? '' : title,
    benchmarkId,
    `${stored?.revision}/${keywords?.revision}`,
  );
  const seen = useSeen(reader, benchmarkId);
  const say = useCallback(
    (text: string, undo?: () => void) => toast(undo === undefined ? { text } : { text, undo }),
    [toast],
  );

  if (edit.draft === null) {
    return (
      <EmptyState
        title={own.gone}
        action={<Button onClick={() => (location.hash = hashOf('benchmarks'))}>{own.back}</Button>}
      />
    );
  }
  const { draft } = edit;
  const partProps = { draft, problems: edit.problems, readOnly, onChange: edit.change };

  const remove = async () => {
    if (stored === null) {
      edit.discard();
      location.hash = hashOf('benchmarks');
      return;
    }
    const deletionId = crypto.randomUUID();
    const answer = await run({ kind: 'delete-benchmark', benchmarkId, deletionId });
    if (!answer.ok) {
      say(words.common.failures[answer.failure.code].what);
      return;
    }
    edit.discard();
    location.hash = hashOf('benchmarks');
    const undo = async () => {
      const back = await run({ kind: 'put-back-benchmark', deletionId });
      const { what } = back.ok
        ? { what: own.restored(stored.value.name) }
        : words.common.failures[back.failure.code];
      say(what);
    };
    say(own.removed(stored.value.name), () => void undo());
  };

  const paste = (pasted: Keyword[]): string => {
    const done = addKeywords(edit.rows, pasted);
    edit.changeRows((rows) => addKeywords(rows, pasted).rows);
    const text = own.paste.done(done.added, done.updated, done.same);
    const all = done.dropped > 0 ? `${text} ${own.paste.dropped(done.dropped)}` : text;
    say(all);
    return all;
  };

  const view = (of: Section) => {
    switch (of) {
      case 'basics':
        return <BenchmarkBasics {...partProps} />;
      case 'keywords':
        return live.state === 'loading' && stored !== null ? (
          <Skeleton lines={9} />
        ) : (
          <>
            {damaged && <Notice kind="fault">{own.keywords.damaged}</Notice>}
            <KeywordTable
              rows={edit.rows}
              readFigure={readKindFigure}
              isShare={isShareKind}
              readOnly={readOnly || damaged || live.state === 'error'}
              onRows={edit.changeRows}
              onRemoved={(count, undo) => say(own.keywords.deleted(count), undo)}
              onPaste={() => setPasting(true)}
              onCopy={(text, count) =>
                void copyText(text).then((done) =>
                  say(done ? own.keywords.copied(count) : words.options.out.copyFailed),
                )
              }
            />
          </>
        );
      case 'points':
        return (
          <PointEditor
            {...partProps}
            verdicts={seen.verdicts}
            onClearVerdict={({ pointId, listingId }) =>
              void run({ kind: 'clear-verdict', benchmarkId, pointId, listingId })
            }
            onRemoved={(name, undo) => say(own.points.removed(name || own.points.unnamed), undo)}
          />
        );
      case 'ladder':
        return <LadderEditor {...partProps} />;
      case 'fits':
        return (
          <FitsEditor
            {...partProps}
            titleOf={(id) => seen.titles.get(id) ?? null}
            seenShops={seen.shops}
            listingIn={(text) => listingIdIn(text, TAOBAO_HOSTS)}
          />
        );
    }
  };

  return (
    <>
      <BenchmarkEditor
        name={draft.name}
        section={section}
        counts={{ keywords: edit.rows.length, points: draft.sellingPoints.length }}
        changed={edit.changed}
        saving={edit.saving}
        saved={edit.saved}
        failure={edit.failure}
        problems={edit.problems}
        keywordProblems={edit.badRows}
        readOnly={readOnly}
        onSection={(to) => location.replace(hashOf('benchmarks', benchmarkId, to))}
        onSave={() => void edit.save()}
        onDiscard={edit.discard}
        onDelete={() => void remove()}
        onKeepMine={() => void edit.save(true)}
        onTakeTheirs={edit.discard}
        aside={
          <Workbench
            title={title}
            coverage={check.coverage}
            failure={check.failure}
            unsaved={edit.changed}
            onTitle={setTitle}
          />
        }
      >
        {view(section)}
      </BenchmarkEditor>
      <PasteKeywords
        open={pasting}
        read={readKeywordPaste}
        onAdd={paste}
        onClose={() => setPasting(false)}
      />
    </>
  );
}
