import { useState } from 'preact/hooks';
import { Tag } from '../ui/chip';
import { Field, type FieldProps } from '../ui/field';
import './tag-input.css';
import { SEPARATOR, withWords } from './tag-words';

type Props = FieldProps & {
  values: readonly string[];
  onChange: (values: string[]) => void;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  /** Words to complete from. */
  suggestions?: readonly string[];
};

/**
 * Several short words as tags. Enter, a comma, 、 or ； adds what was typed, pasted lines add
 * several, Backspace in the empty field takes the last one back into it. What is typed and not yet
 * added is added when the field is left, so that nothing is lost by a click on "save".
 */
export function TagInput(props: Props) {
  const { values, onChange, placeholder, maxLength = 100, disabled = false } = props;
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const next = withWords(values, text, maxLength);
    if (next.length !== values.length) onChange(next);
    setTyped('');
  };
  return (
    <Field {...props}>
      {(control) => (
        <span class="tag-input">
          {values.map((value) => (
            <Tag
              key={value}
              name={value}
              {...(disabled
                ? {}
                : { onRemove: () => onChange(values.filter((each) => each !== value)) })}
            />
          ))}
          <input
            {...control}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            disabled={disabled}
            placeholder={values.length === 0 ? placeholder : undefined}
            onInput={(event) => {
              const text = event.currentTarget.value;
              if (!event.isComposing && SEPARATOR.test(text)) add(text);
              else setTyped(text);
            }}
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text') ?? '';
              if (!SEPARATOR.test(text)) return;
              event.preventDefault();
              add(`${typed}${text}`);
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Enter' && typed.trim() !== '') {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
                event.preventDefault();
                setTyped(values.at(-1) ?? '');
                onChange(values.slice(0, -1));
              }
            }}
            onBlur={() => add(typed)}
          />
        </span>
      )}
    </Field>
  );
}
