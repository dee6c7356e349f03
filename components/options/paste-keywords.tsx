import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Keyword } from '../../lib/benchmark/keyword';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { MetricKey } from './figure-input';
import { SHORT, useLongPaste } from './use-long-paste';

/** What a pasted text reads as: the good words, and the lines that do not read, with why. */
export type PasteReading = {
  keywords: Keyword[];
  errors: { line: number; text: string; why: 'figure' | 'long' | 'no-word' }[];
  /** Lines whose word stood there before; their figures were merged. */
  duplicates: { line: number }[];
};
export type PasteReader = (text: string, metric: MetricKey) => PasteReading;

/** Most faulty lines that are listed one by one. */
const LISTED = 50;

type Props = {
  open: boolean;
  read: PasteReader;
  /** Adds the words and answers in one sentence what became of them. */
  onAdd: (keywords: Keyword[]) => string;
  onClose: () => void;
};

/**
 * Pasting keywords, one per line or word⇥figure. What the figures are is asked once, and only where
 * there are any. Good lines are added; the others stay in the box to be put right.
 */
export function PasteKeywords({ open, read, onAdd, onClose }: Props) {
  const words = useWords();
  const { paste: own } = words.options.benchmarks;
  const [text, setText] = useState('');
  const [kind, setKind] = useState<keyof typeof own.kinds>('popularity');
  const [period, setPeriod] = useState<keyof typeof own.periods>('7d');
  const [source, setSource] = useState<keyof typeof own.sources>('sycm');
  const [said, setSaid] = useState<string | null>(null);
  const metric = useMemo<MetricKey>(
    () => ({ kind: KINDS[kind], period, source: SOURCES[source] }),
    [kind, period, source],
  );
  // 50,000 lines are read when the typing rests, not at every letter.
  const settled = useSettled(text);
  const reading = useMemo(
    () => (settled.trim() === '' ? null : read(settled, metric)),
    [settled, metric, read],
  );
  const ready = settled === text && reading !== null && reading.keywords.length > 0;
  const box = useRef<HTMLTextAreaElement>(null);
  useLongPaste(box, open, setText);
  const hasFigures = reading?.keywords.some((keyword) => keyword.metrics.length > 0) ?? false;
  const add = () => {
    if (reading === null || !ready) return;
    const answer = onAdd(reading.keywords);
    if (reading.errors.length === 0) {
      setText('');
      setSaid(null);
      onClose();
      return;
    }
    setText(reading.errors.map((error) => error.text).join('\n'));
    setSaid(`${answer} ${own.keptOpen}`);
  };
  const choices = <T extends string>(all: Record<T, string>) =>
    (Object.entries(all) as [T, string][]).map(([value, label]) => ({ value, label }));
  return (
    <Dialog
      title={own.title}
      open={open}
      onClose={onClose}
      foot={
        <>
          <span class="subtle" role="status">
            {reading === null
              ? (said ?? '')
              : own.read(reading.keywords.length, reading.errors.length)}
            {reading !== null && reading.duplicates.length > 0 && (
              <> · {own.duplicates(reading.duplicates.length)}</>
            )}
          </span>
          <span class="room-space" />
          <Button onClick={onClose}>{words.common.actions.cancel}</Button>
          <Button kind="primary" disabled={!ready} onClick={add}>
            {own.add(reading?.keywords.length ?? 0)}
          </Button>
        </>
      }
    >
      <div class="paste-box">
        <p class="editor-text">{own.text}</p>
        <TextArea
          label={own.box}
          rows={12}
          value={text}
          placeholder={own.placeholder}
          textRef={box}
          onInput={setText}
        />
        {hasFigures && (
          <div class="paste-fields">
            <Select label={own.kind} value={kind} options={choices(own.kinds)} onChange={setKind} />
            <Select
              label={own.period}
              value={period}
              options={choices(own.periods)}
              onChange={setPeriod}
            />
            <Select
              label={own.source}
              value={source}
              options={choices(own.sources)}
              onChange={setSource}
            />
          </div>
        )}
        {said !== null && <p role="status">{said}</p>}
        {reading !== null && reading.errors.length > 0 && (
          <>
            <p class="editor-text">{own.badLines}</p>
            <ul class="paste-bad">
              {reading.errors.slice(0, LISTED).map((error) => (
                <li key={error.line}>
                  <span>{own.line(error.line)}</span>
                  <code>{error.text}</code>
                  <span>{own.why[error.why]}</span>
                </li>
              ))}
              {reading.errors.length > LISTED && (
                <li>{own.moreBad(reading.errors.length - LISTED)}</li>
              )}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Long texts are taken over after this rest, in ms; short ones at once. */
const REST = 150;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  const short = text.length < SHORT;
  useEffect(() => {
    if (short) return undefined;
    const timer = setTimeout(() => setSettled(text), REST);
    return () => clearTimeout(timer);
  }, [text, short]);
  return short ? text : settled;
}

/** Stored values, the same in both languages. */
const KINDS = { popularity: '搜索人气', visitors: '访客数', clicks: '点击人气' } as const;
const SOURCES = { sycm: '生意参谋', other: '' } as const;
