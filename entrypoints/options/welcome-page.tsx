import { useCallback, useState } from 'preact/hooks';
import { emptyPoint } from '../../components/options/benchmark-draft';
import { hashOf } from '../../components/options/rooms';
import { WelcomeRoom, type FirstBenchmark } from '../../components/options/welcome-room';
import { useWords } from '../../components/ui/words';
import { readKeywordPaste } from '../../lib/benchmark/keyword-paste';
import type { Command } from '../../lib/messaging/commands';
import type { FailureCode } from '../../lib/messaging/result';
import { run } from './command';
import type { PageContext } from './page-context';

/** Figures pasted here are 搜索人气; their period is not asked in the first two minutes. */
const METRIC = { kind: '搜索人气', period: '', source: '生意参谋' };

/** The first run, wired. */
export function WelcomePage({ demo, context }: { demo: boolean; context: PageContext }) {
  const { readOnly, settings } = context;
  const { benchmarks: own } = useWords().options;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [savedId, setSavedId] = useState<string | null>(null);
  // Kept over a failure between the two saves, so that trying again makes no second benchmark.
  const [made, setMade] = useState<{ id: string; revision: number | null } | null>(null);

  const describe = useCallback(
    (text: string) => {
      if (text.trim() === '') return null;
      const { keywords, errors } = readKeywordPaste(text, METRIC);
      return own.paste.read(keywords.length, errors.length);
    },
    [own],
  );
  const send = async (command: Command) => {
    const answer = await run(command);
    setFailure(answer.ok ? null : answer.failure.code);
    return answer;
  };
  const save = async (first: FirstBenchmark) => {
    setBusy(true);
    const id = made?.id ?? crypto.randomUUID();
    const benchmark = benchmarkOf(id, first);
    const answer = await send({
      kind: 'save-benchmark',
      benchmark,
      baseRevision: made?.revision ?? null,
    });
    if (answer.ok) {
      setMade({ id, revision: answer.value.revision });
      const { keywords } = readKeywordPaste(first.keywords, METRIC);
      const second =
        keywords.length === 0 ||
        (await send({ kind: 'save-keywords', benchmarkId: id, keywords, baseRevision: null })).ok;
      if (second) setSavedId(id);
    }
    setBusy(false);
  };
  return (
    <WelcomeRoom
      readOnly={readOnly}
      demo={demo}
      busy={busy}
      failure={failure}
      savedId={savedId}
      describeKeywords={describe}
      onSave={(first) => void save(first)}
      onDemo={async (load) => {
        setBusy(true);
        await send({ kind: load ? 'load-demo' : 'remove-demo' });
        setBusy(false);
      }}
      onDone={() => {
        if (!settings.firstRunDone && !readOnly) {
          void run({ kind: 'save-settings', patch: { firstRunDone: true } });
        }
        location.hash = hashOf('watch');
      }}
    />
  );
}

function benchmarkOf(id: string, first: FirstBenchmark) {
  return {
    id,
    name: first.name,
    role: null,
    pinnedListingIds: [],
    shopIds: [],
    categoryWords: first.categoryWords.slice(0, 100),
    sellingPoints: first.points.slice(0, 200).map((name) => ({
      ...emptyPoint(crypto.randomUUID()),
      name,
      phrases: [name],
    })),
    ladder: { dailyFen: first.dailyFen, promoFen: null, memberFen: null, floorFen: null },
    scoreThresholds: [],
    titleLimitUnits: 60,
    nearWindow: 4,
  };
}
