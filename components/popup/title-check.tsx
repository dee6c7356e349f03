import { useEffect, useRef, useState } from 'preact/hooks';
import type { TitleCoverage } from '../../lib/analysis/coverage-result';
import type { FailureCode } from '../../lib/messaging/result';
import { FailureNotice } from '../ui/notice';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-field';
import { useWords } from '../ui/words';
import { CheckResult } from './check-result';
import type { PopupActions } from './popup-actions';
import './title-check.css';

/** How long typing must rest before a title is asked about. */
export const CHECK_PAUSE_MS = 150;
const MAX_TITLE = 500;

type Outcome =
  | { state: 'none' }
  | { state: 'read'; coverage: TitleCoverage }
  | { state: 'failed'; code: FailureCode };

/** Checks a pasted or typed title against a benchmark, live; it needs no listing page. */
export function TitleCheck(props: {
  benchmarks: readonly { id: string; name: string }[];
  /** The benchmark of the open listing, to begin with. */
  first: string | null;
  check: PopupActions['checkTitle'];
  focus: boolean;
}) {
  const { benchmarks, first, check, focus } = props;
  const words = useWords();
  const { check: text } = words.popup;
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState(first);
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const [stale, setStale] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const benchmarkId = benchmarks.find(({ id }) => id === chosen)?.id ?? benchmarks[0]?.id ?? null;

  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);

  useEffect(() => {
    const asked = title.trim();
    if (asked === '' || benchmarkId === null) {
      setOutcome({ state: 'none' });
      setStale(false);
      return undefined;
    }
    // An answer to an older text must never stand under the newer one: it is shown as stale until
    // the new one has come, and one that is overtaken on the way is dropped.
    let current = true;
    setStale(true);
    const ask = async () => {
      const result = await check(asked, benchmarkId);
      if (!current) return;
      setStale(false);
      setOutcome(
        result.ok
          ? { state: 'read', coverage: result.value }
          : { state: 'failed', code: result.failure.code },
      );
    };
    const timer = setTimeout(() => void ask(), CHECK_PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [title, benchmarkId, check]);

  if (benchmarkId === null) return <p class="title-check-none">{text.noBenchmarks}</p>;
  return (
    <div class="title-check">
      <Select
        label={words.popup.benchmark}
        value={benchmarkId}
        options={benchmarks.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <TextArea
        label={text.label}
        placeholder={text.placeholder}
        value={title}
        maxLength={MAX_TITLE}
        rows={3}
        // A title is one line: a line break that was pasted with it is none of its characters.
        onInput={(typed) => setTitle(typed.replace(/[\r\n]+/g, ' '))}
        textRef={area}
      />
      <div
        class={stale ? 'title-check-answer title-check-stale' : 'title-check-answer'}
        aria-live="polite"
        aria-busy={stale}
      >
        {outcome.state === 'read' && <CheckResult coverage={outcome.coverage} />}
        {outcome.state === 'failed' && <FailureNotice code={outcome.code} />}
      </div>
    </div>
  );
}
