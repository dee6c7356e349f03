import { useEffect, useState } from 'preact/hooks';
import { Field, type FieldProps } from './field';
import './number-field.css';

/**
 * A number as operators type it: full-width digits and thousands commas are understood. An empty
 * field is null; anything else that is no number within `min` and `max`, or finer than `decimals`,
 * stays in the field, is marked, and is not passed on.
 */
export function NumberField(
  props: FieldProps & {
    value: number | null;
    onChange: (value: number | null) => void;
    /** Said when the text is no such number. */
    invalidText: string;
    unit?: string;
    min?: number;
    max?: number;
    decimals?: number;
    placeholder?: string;
    disabled?: boolean;
  },
) {
  const { value, onChange, invalidText, unit, placeholder, disabled = false } = props;
  const { min, max, decimals } = props;
  const [text, setText] = useState(value === null ? '' : String(value));
  useEffect(() => {
    // Another value came from outside: show it, unless it is what the text already says, or the
    // text is not a number yet and stays until it is.
    setText((now) => {
      const says = parse(now, { min, max, decimals });
      return says === value || says === undefined ? now : value === null ? '' : String(value);
    });
  }, [value, min, max, decimals]);
  const bad = parse(text, props) === undefined;
  return (
    <Field {...props} error={bad ? invalidText : props.error}>
      {(control) => (
        <span class="number-field">
          {unit !== undefined && <span class="number-field-unit">{unit}</span>}
          <input
            class="field-input"
            type="text"
            inputMode="decimal"
            autocomplete="off"
            {...control}
            value={text}
            placeholder={placeholder}
            disabled={disabled}
            onInput={(event) => {
              const typed = event.currentTarget.value;
              setText(typed);
              const parsed = parse(typed, props);
              if (parsed !== undefined && parsed !== value) onChange(parsed);
            }}
          />
        </span>
      )}
    </Field>
  );
}

type Limits = { min?: number | undefined; max?: number | undefined; decimals?: number | undefined };

/** The number the text says, null for an empty text, undefined where it says none. */
function parse(text: string, { min, max, decimals = 0 }: Limits): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  if (!/^-?\d{1,12}(\.\d+)?$/.test(plain)) return undefined;
  const rest = plain.split('.')[1] ?? '';
  const number = Number(plain);
  if (rest.length > decimals) return undefined;
  if ((min !== undefined && number < min) || (max !== undefined && number > max)) return undefined;
  return number;
}
