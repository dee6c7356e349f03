import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { FailureNotice, Notice } from '../ui/notice';
import { TextArea, TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { hashOf } from './rooms';
import { RoomHead } from './shell';
import { TagInput } from './tag-input';
import './settings.css';
import { useLongPaste } from './use-long-paste';
import { parseYuan } from './yuan-input';

/** What the first run asks for. */
export type FirstBenchmark = {
  name: string;
  keywords: string;
  categoryWords: string[];
  points: string[];
  dailyFen: number | null;
};

type Props = {
  readOnly: boolean;
  demo: boolean;
  busy: boolean;
  failure: FailureCode | null;
  /** The benchmark just made, null before. */
  savedId: string | null;
  /** What the pasted keywords read as: "12 words, 1 line with a fault"; null where nothing is there. */
  describeKeywords: (text: string) => string | null;
  onSave: (benchmark: FirstBenchmark) => void;
  onDemo: (load: boolean) => void;
  onDone: () => void;
};

/** The first run: three things to write down and a listing to open, or the demo. */
export function WelcomeRoom(props: Props) {
  const { readOnly, demo, busy, savedId, onSave, onDemo } = props;
  const words = useWords();
  const { welcome: own } = words.options;
  const [name, setName] = useState('');
  const [keywords, setKeywords] = useState('');
  const [categoryWords, setCategoryWords] = useState<string[]>([]);
  const [points, setPoints] = useState('');
  const [daily, setDaily] = useState('');
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useLongPaste(box, true, setKeywords);
  const { describeKeywords } = props;
  const described = useMemo(() => describeKeywords(keywords), [keywords, describeKeywords]);
  const price = parseYuan(daily);
  const pointNames = lines(points);
  const save = () => {
    const empty = keywords.trim() === '' && pointNames.length === 0 && price.state !== 'fen';
    setMissing(empty);
    if (empty || price.state === 'bad') return;
    onSave({
      name: name.trim() === '' ? words.options.benchmarks.defaultName : name.trim().slice(0, 100),
      keywords,
      categoryWords,
      points: pointNames,
      dailyFen: price.state === 'fen' ? price.fen : null,
    });
  };
  return (
    <div class="room-narrow">
      <RoomHead title={own.title} />
      <p class="editor-text">{`${own.text} ${own.private}`}</p>
      <div class="welcome-demo">
        <p>
          <b>{own.demoTitle}</b> {demo ? own.demoLoaded : own.demoText}
        </p>
        {demo && <a href={hashOf('watch')}>{words.options.nav.watch}</a>}
        <Button disabled={readOnly || busy} onClick={() => onDemo(!demo)}>
          {demo ? own.demoRemove : own.demoLoad}
        </Button>
      </div>
      {props.failure !== null && <FailureNotice code={props.failure} />}
      <div class="welcome-steps">
        <Step number={1} title={own.steps.keywords} text={own.keywordsText}>
          <TextArea
            label={own.steps.keywords}
            labelHidden
            rows={6}
            value={keywords}
            disabled={readOnly || savedId !== null}
            placeholder={words.options.benchmarks.paste.placeholder}
            hint={described ?? undefined}
            textRef={box}
            onInput={setKeywords}
          />
          <div class="welcome-fields">
            <TextField
              label={own.name}
              value={name}
              disabled={readOnly || savedId !== null}
              placeholder={own.namePlaceholder}
              maxLength={100}
              onInput={setName}
            />
            <TagInput
              label={own.wordsText}
              values={categoryWords}
              disabled={readOnly || savedId !== null}
              placeholder={words.options.benchmarks.fits.addWord}
              onChange={setCategoryWords}
            />
          </div>
        </Step>
        <Step number={2} title={own.steps.points} text={own.pointsText}>
          <TextArea
            label={own.steps.points}
            labelHidden
            rows={4}
            value={points}
            disabled={readOnly || savedId !== null}
            placeholder={own.pointsPlaceholder}
            onInput={setPoints}
          />
        </Step>
        <Step number={3} title={own.steps.ladder} text={own.ladderText}>
          <div class="welcome-fields">
            <TextField
              label={words.common.rungs.daily}
              value={daily}
              disabled={readOnly || savedId !== null}
              placeholder={words.options.benchmarks.ladder.yuan}
              error={price.state === 'bad' ? words.options.benchmarks.error.amount : null}
              onInput={setDaily}
            />
          </div>
        </Step>
        <div class="welcome-save">
          <Button kind="primary" disabled={readOnly || busy || savedId !== null} onClick={save}>
            {own.save}
          </Button>
          {savedId === null ? (
            <Button onClick={props.onDone}>{own.skip}</Button>
          ) : (
            <span role="status">{own.saved}</span>
          )}
        </div>
        {missing && <Notice kind="fault">{own.needSomething}</Notice>}
        <Step number={4} title={own.steps.open} text={own.openText}>
          <p>{own.openSites}</p>
          {savedId !== null && (
            <div class="row">
              <Button kind="primary" onClick={props.onDone}>
                {own.done}
              </Button>
              <a href={hashOf('benchmarks', savedId)}>{own.editMore}</a>
            </div>
          )}
        </Step>
      </div>
    </div>
  );
}

function Step(props: { number: number; title: string; text: string; children: ComponentChildren }) {
  return (
    <section class="welcome-step">
      <span class="welcome-number" aria-hidden="true">
        {props.number}
      </span>
      <div>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
        {props.children}
      </div>
    </section>
  );
}

/** The lines that hold something, trimmed, none twice. */
function lines(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/\r\n|[\n\r]/)
        .map((line) => line.trim().slice(0, 100))
        .filter((line) => line !== ''),
    ),
  ];
}
