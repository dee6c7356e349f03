import { useState } from 'preact/hooks';
import {
  beijingMinute,
  PHASES,
  PROMOTIONS,
  type EditedPromotion,
  type PromotionPhase,
  type shippedWindows,
} from '../../lib/listing/promotion-calendar';
import type { Settings } from '../../lib/settings';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { Checkbox } from '../ui/switch';
import { useWords } from '../ui/words';
import { CalendarField } from './calendar-field';

type Calendar = Settings['calendar'];
type ShippedWindow = ReturnType<typeof shippedWindows>[number];

/** A shipped promotion: on or off, its dates with source and confidence, and the operator's in place. */
export function ShippedRow(props: {
  window: ShippedWindow;
  calendar: Calendar;
  readOnly: boolean;
  onCalendar: (calendar: Calendar) => void;
}) {
  const { window, calendar, readOnly, onCalendar } = props;
  const words = useWords();
  const text = words.options.calendar;
  const [editing, setEditing] = useState(false);
  const { id, name, phase, confidence, source, isEdited } = window;
  const edited = calendar.edited ?? [];
  const others = edited.filter((each) => each.id !== id);
  const shipped = PROMOTIONS.find((each) => each.id === id);
  const days = ({ from, to }: { from: string; to: string | null }) =>
    `${minuteText(from)} ~ ${to === null ? text.openEnd : minuteText(to)}`;
  const origin = `${text.confidence[confidence]}${words.common.inBrackets(text.sources[source])}`;
  return (
    <li class="calendar-shipped">
      <div class="calendar-line">
        <Checkbox
          label={
            <>
              {name} · {text.phases[phase]}{' '}
              <small>
                {days(window)} · {isEdited ? text.byYou : origin}
              </small>
              {isEdited && shipped !== undefined && (
                <small class="calendar-origin">
                  {text.originally(`${text.phases[shipped.phase]} ${days(shipped)} · ${origin}`)}
                </small>
              )}
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
        {!readOnly && !editing && (
          <span class="calendar-buttons">
            {isEdited && (
              <Button onClick={() => onCalendar({ ...calendar, edited: others })}>
                {text.reset}
              </Button>
            )}
            <Button onClick={() => setEditing(true)}>
              {text.edit}
              <span class="visually-hidden">
                {words.common.colon}
                {name} {text.phases[phase]}
              </span>
            </Button>
          </span>
        )}
      </div>
      {editing && (
        <EditDates
          window={window}
          onCancel={() => setEditing(false)}
          onSave={(dates) => {
            setEditing(false);
            onCalendar({ ...calendar, edited: [...others, { id, ...dates }] });
          }}
        />
      )}
    </li>
  );
}

/** A moment as Beijing's clock shows it: the calendar is Beijing's wherever the computer is. */
function minuteText(moment: string): string {
  return beijingMinute(moment).replace('T', ' ');
}

function EditDates(props: {
  window: ShippedWindow;
  onCancel: () => void;
  onSave: (dates: Omit<EditedPromotion, 'id'>) => void;
}) {
  const { window, onCancel, onSave } = props;
  const words = useWords();
  const text = words.options.calendar;
  const [draft, setDraft] = useState({
    phase: window.phase,
    from: beijingMinute(window.from),
    to: window.to === null ? '' : beijingMinute(window.to),
  });
  const [error, setError] = useState<string | null>(null);
  const minute = (which: 'from' | 'to') => (
    <CalendarField
      type="datetime-local"
      label={text.minutes[which]}
      value={draft[which]}
      error={which === 'from' ? error : null}
      onInput={(value) => setDraft({ ...draft, [which]: value })}
    />
  );
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const { phase, from, to } = draft;
        if (from === '') setError(text.noStart);
        else if (to !== '' && to <= from) setError(text.reversed);
        else onSave({ phase, from, to: to === '' ? null : to });
      }}
    >
      <PhaseSelect phase={draft.phase} onPhase={(phase) => setDraft({ ...draft, phase })} />
      {minute('from')}
      {minute('to')}
      <Button kind="primary" type="submit">
        {words.common.actions.save}
      </Button>
      <Button onClick={onCancel}>{words.common.actions.cancel}</Button>
    </form>
  );
}

/** Which phase of an event a window is. */
export function PhaseSelect(props: {
  phase: PromotionPhase;
  onPhase: (phase: PromotionPhase) => void;
}) {
  const text = useWords().options.calendar;
  return (
    <Select
      label={text.phase}
      value={props.phase}
      options={PHASES.map((each) => ({ value: each, label: text.phases[each] }))}
      onChange={props.onPhase}
    />
  );
}
