import { useEffect } from 'preact/hooks';
import { LossLine } from '../../components/options/loss-line';
import { Shell } from '../../components/options/shell';
import { Button } from '../../components/ui/button';
import { FailureNotice, Notice } from '../../components/ui/notice';
import { Skeleton } from '../../components/ui/skeleton';
import { applyTheme } from '../../components/ui/theme';
import { Toast, useToast } from '../../components/ui/toast';
import { useWords, WordsProvider } from '../../components/ui/words';
import type { Reader } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { settingsFrom } from '../../lib/settings';
import { BackupReminder } from './backup-reminder';
import { run, useDiskFull } from './command';
import { useDrafts } from './drafts';
import { Rooms } from './rooms';
import { StoresPanel } from './stores-panel';
import { useGate, type Gate } from './use-gate';
import { useNow } from './use-now';
import { useRoute } from './use-route';
import { useCatalog } from './use-words';

/** How often a database that was closed under the page is tried again. */
const CLOSED_AGAIN_MS = 3000;

/** The options page: the data's gate, the language, the theme, and the room of the address. */
export function App() {
  const { gate, retry, again } = useGate();
  const reading = gate.state === 'open' || gate.state === 'broken' ? gate.reading : null;
  const stored = useLive(reading === null ? null : () => knownBy(reading.reader), [reading]);
  const known = stored.state === 'value' ? stored.value : null;
  const failed = stored.state === 'error';
  useEffect(() => {
    if (!failed) return undefined;
    const timer = setInterval(again, CLOSED_AGAIN_MS);
    return () => clearInterval(timer);
  }, [failed, again]);
  const catalog = useCatalog(known?.settings.language ?? 'auto');
  const theme = known?.settings.theme ?? 'auto';
  useEffect(() => applyTheme(theme), [theme]);
  if (catalog === null) return null;
  return (
    <WordsProvider words={catalog.words} language={catalog.language}>
      <Page gate={gate} retry={retry} known={known} failed={failed} />
    </WordsProvider>
  );
}

type Known = Awaited<ReturnType<typeof knownBy>>;

async function knownBy(reader: Reader) {
  return {
    settings: settingsFrom((await reader.settings())?.value),
    lists: await reader.lists(),
    benchmarks: await reader.benchmarks(),
    demo: (await reader.demo()) !== null,
    loss: await reader.loss(),
  };
}

function Page(props: {
  gate: Gate;
  retry: () => void;
  known: Known | null;
  /** What is open can't be read. */
  failed: boolean;
}) {
  const { gate, known } = props;
  const words = useWords();
  const route = useRoute();
  const nowMs = useNow();
  const { toast, show, dismiss } = useToast();
  const drafts = useDrafts();
  useEffect(() => {
    document.title = words.options.pageTitle(words.options.nav[route.room]);
  }, [route.room, words]);

  const reading = gate.state === 'open' || gate.state === 'broken' ? gate.reading : null;
  // No room can be shown: the stores are, with the ways out.
  const unreadable = props.failed || (gate.state === 'broken' && reading === null);
  const readOnly = gate.state !== 'open' || !gate.writable;
  const listings = new Set(
    known?.lists.flatMap((list) => list.value.entries.map(({ listingId }) => listingId)),
  );
  return (
    <>
      <Shell
        room={route.room}
        counts={{
          watch: known === null ? null : listings.size,
          benchmarks: known === null ? null : known.benchmarks.length,
        }}
        unsaved={drafts.any}
        banner={
          <>
            <Banner gate={gate} retry={props.retry} />
            <DiskFull />
            <Loss known={known} readOnly={readOnly} />
            {gate.state === 'open' && gate.writable && known !== null && (
              <BackupReminder
                reader={gate.reading.reader}
                backup={known.settings.backup}
                nowMs={nowMs}
              />
            )}
          </>
        }
      >
        {unreadable && (
          <StoresPanel
            reader={null}
            nowMs={nowMs}
            isFull={gate.state === 'broken' && gate.isFull}
            onReset={props.retry}
          />
        )}
        {reading === null || known === null ? (
          gate.state !== 'failed' && !unreadable && <Skeleton lines={9} />
        ) : (
          <Rooms
            route={route}
            known={known}
            drafts={drafts}
            context={{
              reading,
              reader: reading.reader,
              readOnly,
              settings: known.settings,
              nowMs,
              toast: show,
            }}
          />
        )}
      </Shell>
      <Toast toast={toast} onDismiss={dismiss} />
    </>
  );
}

function DiskFull() {
  const { gate, nav } = useWords().options;
  if (!useDiskFull()) return null;
  return (
    <Notice kind="fault">
      {gate.full} <a href="#/backup">{nav.backup}</a>
    </Notice>
  );
}

function Loss({ known, readOnly }: { known: Known | null; readOnly: boolean }) {
  const loss = known?.loss ?? null;
  if (loss === null || loss.atMs <= (known?.settings.lossSeenAtMs ?? 0)) return null;
  const seen = () => void run({ kind: 'save-settings', patch: { lossSeenAtMs: loss.atMs } });
  return <LossLine loss={loss} onSeen={readOnly ? null : seen} />;
}

function Banner({ gate, retry }: { gate: Gate; retry: () => void }) {
  const words = useWords();
  const code = gate.state === 'failed' ? gate.code : null;
  const isFull = gate.state === 'broken' && gate.isFull;
  if (code !== null || isFull) {
    return (
      <FailureNotice
        code={code ?? 'full'}
        action={<Button onClick={retry}>{words.common.actions.retry}</Button>}
      />
    );
  }
  if (gate.state === 'broken') {
    return (
      <Notice kind="fault">
        {words.options.gate.broken} <a href="#/health">{words.options.nav.health}</a>
      </Notice>
    );
  }
  if (gate.state === 'open' && !gate.writable) {
    return <Notice kind="remark">{words.options.gate.readOnly}</Notice>;
  }
  return null;
}
