import { useEffect } from 'preact/hooks';
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
import { useDrafts } from './drafts';
import { Rooms } from './rooms';
import { useGate, type Gate } from './use-gate';
import { useNow } from './use-now';
import { useRoute } from './use-route';
import { useCatalog } from './use-words';

/** The options page: the data's gate, the language, the theme, and the room of the address. */
export function App() {
  const { gate, retry } = useGate();
  const reading = gate.state === 'open' || gate.state === 'broken' ? gate.reading : null;
  const stored = useLive(reading === null ? null : () => knownBy(reading.reader), [reading]);
  const known = stored.state === 'value' ? stored.value : null;
  const catalog = useCatalog(known?.settings.language ?? 'auto');
  const theme = known?.settings.theme ?? 'auto';
  useEffect(() => applyTheme(theme), [theme]);
  if (catalog === null) return null;
  return (
    <WordsProvider words={catalog.words} language={catalog.language}>
      <Page gate={gate} retry={retry} known={known} />
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
  };
}

function Page(props: { gate: Gate; retry: () => void; known: Known | null }) {
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
        banner={<Banner gate={gate} retry={props.retry} />}
      >
        {reading === null || known === null ? (
          gate.state !== 'failed' && gate.state !== 'broken' && <Skeleton lines={9} />
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

function Banner({ gate, retry }: { gate: Gate; retry: () => void }) {
  const words = useWords();
  if (gate.state === 'failed') {
    return (
      <FailureNotice
        code={gate.code}
        action={<Button onClick={retry}>{words.common.actions.retry}</Button>}
      />
    );
  }
  if (gate.state === 'broken') return <Notice kind="fault">{words.options.gate.broken}</Notice>;
  if (gate.state === 'open' && !gate.writable) {
    return <Notice kind="remark">{words.options.gate.readOnly}</Notice>;
  }
  return null;
}
