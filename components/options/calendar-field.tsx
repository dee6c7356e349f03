import { Field } from '../ui/field';

/** A day, or a minute of one, as the browser's own field takes it; '' while none is written. */
export function CalendarField(props: {
  type: 'date' | 'datetime-local';
  label: string;
  value: string;
  error?: string | null;
  onInput: (value: string) => void;
}) {
  return (
    <Field label={props.label} error={props.error ?? null}>
      {(control) => (
        <input
          class="field-input"
          type={props.type}
          {...control}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
