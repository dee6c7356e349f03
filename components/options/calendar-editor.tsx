import { useState } from 'preact/hooks';
import { PROMOTIONS, UNDATED } from '../../lib/listing/promotion-calendar';
import type { Settings } from '../../lib/settings';
import { Button, IconButton } from '../ui/button';
import { Field } from '../ui/field';
import { Checkbox } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { useLanguage, useWords } from '../ui/words';
import './calendar.css';
import { exactTime } from './seen-text';

type Calendar = Settings['calendar'];

/** The promotions that charts shade: the shipped ones, each with its source, and the operator's. */
export function CalendarEditor(props: {
  calendar: Calendar;
  readOnly: boolean;
  onCalendar: (calendar: Calendar) => void;
}) {
  const { calendar, readOnly, onCalendar } = props;
  const language = useLanguage();
  const words = useWords();
  const text = words.options.calendar;
  const time = (moment: string) => exactTime(language, Date.parse(moment));
  return (
    <div class="calendar">
      <ul>
        {calendar.own.map((each, index) => (
          <li key={`${each.name} ${each.from}`}>
            <span>
              <bdi>{each.name}</bdi>{' '}
              <small>
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
        {PROMOTIONS.toReversed().map(({ id, name, phase, from, to, confidence, source }) => (
          <li key={id}>
            <Checkbox
              label={
                <>
                  {name} · {text.phases[phase]}{' '}
                  <small>
                    {time(from)} ~ {to === null ? text.openEnd : time(to)} ·{' '}
                    {text.confidence[confidence]}
                    {words.common.inBrackets(text.sources[source])}
                  </small>
                </>
              }
              checked={!calendar.off.includes(id)}
              disabled={readOnly}
              onChange={(on) =>
                onCalendar({
                  ...calendar,
                  off: on ? calendar.off.filter((each) => each !== id) : [...calendar.off, id],
                })
              }
            />
          </li>
        ))}
      </ul>
      <p class="subtle">{text.undated(UNDATED.join(words.common.listSeparator))}</p>
      {!readOnly && (
        <AddPromotion onAdd={(own) => onCalendar({ ...calendar, own: [own, ...calendar.own] })} />
      )}
    </div>
  );
}

function AddPromotion({ onAdd }: { onAdd: (own: Calendar['own'][number]) => void }) {
  const text = useWords().options.calendar;
  const [draft, setDraft] = useState({ name: '', from: '', to: '' });
  const [error, setError] = useState<string | null>(null);
  const day = (which: 'from' | 'to') => (
    <Field label={text[which]}>
      {(control) => (
        <input
          class="field-input"
          type="date"
          {...control}
          value={draft[which]}
          onInput={(event) => setDraft({ ...draft, [which]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const own = { ...draft, name: draft.name.trim() };
        if (own.name === '' || own.from === '' || own.to === '') setError(text.incomplete);
        else if (own.to < own.from) setError(text.reversed);
        else {
          setError(null);
          setDraft({ name: '', from: '', to: '' });
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
      {day('from')}
      {day('to')}
      <Button type="submit" icon="plus">
        {text.add}
      </Button>
    </form>
  );
}
