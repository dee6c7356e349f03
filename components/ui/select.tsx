import { Field, type FieldProps } from './field';
import './select.css';

/** A choice of one; the browser's own list, with its keyboard and typeahead. */
export function Select<T extends string>(
  props: FieldProps & {
    value: T;
    options: readonly { value: T; label: string; disabled?: boolean }[];
    onChange: (value: T) => void;
    /** A small one for a head line. */
    compact?: boolean;
    disabled?: boolean;
  },
) {
  const { value, options, onChange, compact = false, disabled = false } = props;
  return (
    <Field {...props}>
      {(control) => (
        <select
          class={compact ? 'field-input select select-compact' : 'field-input select'}
          {...control}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              selected={option.value === value}
              disabled={option.disabled ?? false}
            >
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
