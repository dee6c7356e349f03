import { useState } from 'preact/hooks';
import { shippedWindows, UNDATED, type PromotionPhase } from '../../lib/listing/promotion-calendar';
import type { Settings } from '../../lib/settings';
import { Button, IconButton } from '../ui/button';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { CalendarField } from './calendar-field';
import { PhaseSelect, ShippedRow } from './calendar-row';
import './calendar.css';

type Calendar = Settings['calendar'];

/** The promotions that charts shade: the shipped ones, each with its source, and the operator's. */
export function CalendarEditor(props: {
  calendar: Calendar;
  readOnly: boolean;
  onCalendar: (calendar: Calendar) => void;
}) {
  const { calendar, readOnly, onCalendar } = props;
  const words = useWords();
  const text = words.options.calendar;
  return (
    <div class="calendar">
      <ul>
        {calendar.own.map((each, index) => (
          <li key={`${each.name} ${each.from}`}>
            <span>
              <bdi>{each.name}</bdi>{' '}
              <small>
                {each.phase === undefined ? '' : `${text.phases[each.phase]} · `}
                {each.from} ~ {each.to} · {text.own}
              </small>
            </span>
            <IconButton
              icon="cross"
              label={text.remove(each.name)}
              disabled={readOnly}
              onClick={() =>
                onCalendar({ ...calendar, own: calendar.own.filter((_, at) => at !== index) })
              }
            />
          </li>
        ))}
        {shippedWindows(calendar)
          .toReversed()
          .map((window) => (
            <ShippedRow
              key={window.id}
              window={window}
              calendar={calendar}
              readOnly={readOnly}
              onCalendar={onCalendar}
            />
          ))}
      </ul>
      <p class="subtle">{text.undated(UNDATED.join(words.common.listSeparator))}</p>
      {!readOnly && (
        <AddPromotion onAdd={(own) => onCalendar({ ...calendar, own: [own, ...calendar.own] })} />
      )}
    </div>
  );
}

type Draft = { name: string; phase: PromotionPhase; from: string; to: string };
const NO_DRAFT: Draft = { name: '', phase: 'whole', from: '', to: '' };

function AddPromotion({ onAdd }: { onAdd: (own: Calendar['own'][number]) => void }) {
  const text = useWords().options.calendar;
  const [draft, setDraft] = useState<Draft>(NO_DRAFT);
  const [error, setError] = useState<string | null>(null);
  const day = (which: 'from' | 'to') => (
    <CalendarField
      type="date"
      label={text[which]}
      value={draft[which]}
      onInput={(value) => setDraft({ ...draft, [which]: value })}
    />
  );
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const { phase, ...days } = { ...draft, name: draft.name.trim() };
        const own = phase === 'whole' ? days : { ...days, phase };
        if (own.name === '' || own.from === '' || own.to === '') setError(text.incomplete);
        else if (own.to < own.from) setError(text.reversed);
        else {
          setError(null);
          setDraft(NO_DRAFT);
          onAdd(own);
        }
      }}
    >
      <TextField
        label={text.name}
        value={draft.name}
        maxLength={40}
        error={error}
        onInput={(name) => setDraft({ ...draft, name })}
      />
      <PhaseSelect phase={draft.phase} onPhase={(phase) => setDraft({ ...draft, phase })} />
      {day('from')}
      {day('to')}
      <Button type="submit" icon="plus">
        {text.add}
      </Button>
    </form>
  );
}
