import { useState } from 'preact/hooks';
import type { Place, SellingPoint } from '../../lib/benchmark/benchmark';
import type { Verdict } from '../../lib/benchmark/watchlist';
import { Button, IconButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Select } from '../ui/select';
import { StateMark } from '../ui/state-mark';
import { Checkbox } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { useLanguage, useWords } from '../ui/words';
import { useErrorOf, type DraftPartProps } from './benchmark-basics';
import { emptyPoint } from './benchmark-draft';
import { dayText } from './seen-text';
import { TagInput } from './tag-input';

const PLACES: readonly Place[] = ['title', 'attributes', 'detail', 'promotions', 'skus'];

/** A hand-set verdict with the title of the listing that it is of. */
export type VerdictLine = { verdict: Verdict; title: string };

type Props = DraftPartProps & {
  verdicts: readonly VerdictLine[];
  onClearVerdict: (verdict: Verdict) => void;
  /** Says that a point is gone, with the way back. */
  onRemoved: (name: string, undo: () => void) => void;
};

/** The selling points, one open at a time for the rest of its settings. Enter adds the next. */
export function PointEditor(props: Props) {
  const { draft, readOnly, onChange } = props;
  const { points: own } = useWords().options.benchmarks;
  const [open, setOpen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const points = draft.sellingPoints;
  const set = (next: SellingPoint[]) => onChange({ sellingPoints: next });
  const addAfter = (index: number) => {
    const point = emptyPoint(crypto.randomUUID());
    set([...points.slice(0, index + 1), point, ...points.slice(index + 1)]);
    setFresh(point.id);
    setOpen(null);
  };
  const remove = (index: number) => {
    const gone = points[index];
    if (gone === undefined) return;
    set(points.filter((each) => each !== gone));
    props.onRemoved(gone.name, () => set([...points]));
  };
  const swap = (index: number, to: number) => {
    const next = [...points];
    const [point] = next.splice(index, 1);
    if (point !== undefined) next.splice(to, 0, point);
    set(next);
  };
  return (
    <>
      {points.length === 0 && <EmptyState icon="check" title={own.empty} />}
      <ol class="points">
        {points.map((point, index) => (
          <PointRow
            key={point.id}
            {...props}
            point={point}
            open={open === point.id}
            focus={fresh === point.id}
            onOpen={() => setOpen(open === point.id ? null : point.id)}
            onPoint={(next) => set(points.map((each) => (each === point ? next : each)))}
            onEnter={() => addAfter(index)}
            onRemove={() => remove(index)}
            onUp={index === 0 ? null : () => swap(index, index - 1)}
            onDown={index === points.length - 1 ? null : () => swap(index, index + 1)}
          />
        ))}
      </ol>
      <Button
        icon="plus"
        disabled={readOnly || points.length >= 200}
        onClick={() => addAfter(points.length - 1)}
      >
        {own.add}
      </Button>
    </>
  );
}

type RowProps = Props & {
  point: SellingPoint;
  open: boolean;
  focus: boolean;
  onOpen: () => void;
  onPoint: (point: SellingPoint) => void;
  onEnter: () => void;
  onRemove: () => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
};

function PointRow(props: RowProps) {
  const { point, open, focus, readOnly, onPoint } = props;
  const words = useWords();
  const { points: own } = words.options.benchmarks;
  const errorOf = useErrorOf(props.problems);
  const verdicts = props.verdicts.filter((each) => each.verdict.pointId === point.id);
  return (
    <li class={open ? 'point point-open' : 'point'}>
      <div class="point-line">
        <IconButton
          icon={open ? 'chevron-down' : 'chevron-right'}
          label={`${own.expand} ${point.name || own.unnamed}`}
          expanded={open}
          onClick={props.onOpen}
        />
        <TextField
          label={own.name}
          labelHidden
          placeholder={own.name}
          value={point.name}
          disabled={readOnly}
          error={errorOf(`point-${point.id}`)}
          onInput={(name) => onPoint({ ...point, name })}
          onEnter={props.onEnter}
          inputRef={(input) => {
            if (focus && input !== null && input.dataset['met'] === undefined) {
              input.dataset['met'] = '';
              input.focus();
            }
          }}
        />
        <TagInput
          label={own.phrases}
          labelHidden
          values={point.phrases}
          disabled={readOnly}
          placeholder={own.phrasesHint}
          onChange={(phrases) => onPoint({ ...point, phrases: phrases.slice(0, 50) })}
        />
        <Checkbox
          label={own.mustHave}
          checked={point.mustHave}
          disabled={readOnly}
          onChange={(mustHave) => onPoint({ ...point, mustHave })}
        />
        <span class="point-move">
          <IconButton
            icon="chevron-up"
            label={own.up}
            disabled={readOnly || props.onUp === null}
            onClick={() => props.onUp?.()}
          />
          <IconButton
            icon="chevron-down"
            label={own.down}
            disabled={readOnly || props.onDown === null}
            onClick={() => props.onDown?.()}
          />
          <IconButton
            icon="trash"
            label={own.remove}
            disabled={readOnly}
            onClick={props.onRemove}
          />
        </span>
      </div>
      {open && (
        <div class="point-more">
          <TagInput
            label={own.synonyms}
            values={point.synonyms}
            disabled={readOnly}
            placeholder={own.addSynonym}
            onChange={(synonyms) => onPoint({ ...point, synonyms: synonyms.slice(0, 50) })}
          />
          <Select
            label={own.match}
            value={point.match}
            disabled={readOnly}
            options={[
              { value: 'any', label: own.any },
              { value: 'all', label: own.all },
            ]}
            onChange={(match) => onPoint({ ...point, match })}
          />
          <fieldset class="point-places">
            <legend>
              {own.places}
              {point.places.length === 0 && words.common.inBrackets(own.anyPlace)}
            </legend>
            {PLACES.map((place) => (
              <Checkbox
                key={place}
                label={words.common.places[place]}
                checked={point.places.includes(place)}
                disabled={readOnly}
                onChange={(on) =>
                  onPoint({
                    ...point,
                    places: PLACES.filter((each) =>
                      each === place ? on : point.places.includes(each),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
          <Checkbox
            label={own.manual}
            hint={own.manualHint}
            checked={point.manual}
            disabled={readOnly}
            onChange={(manual) => onPoint({ ...point, manual })}
          />
          {verdicts.length > 0 && (
            <Verdicts lines={verdicts} readOnly={readOnly} onClear={props.onClearVerdict} />
          )}
        </div>
      )}
    </li>
  );
}

function Verdicts(props: {
  lines: readonly VerdictLine[];
  readOnly: boolean;
  onClear: (verdict: Verdict) => void;
}) {
  const language = useLanguage();
  const { points: own } = useWords().options.benchmarks;
  return (
    <div class="verdicts">
      <h4>{own.verdicts}</h4>
      <ul>
        {props.lines.map(({ verdict, title }) => (
          <li key={verdict.listingId}>
            <StateMark state={verdict.state} />
            <span class="verdict-title" title={title}>
              {title}
            </span>
            <time class="subtle">{dayText(language, verdict.atMs)}</time>
            <span>{verdict.note}</span>
            <IconButton
              icon="undo"
              label={own.clearVerdict}
              disabled={props.readOnly}
              onClick={() => props.onClear(verdict)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
