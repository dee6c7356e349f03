import type { Ref } from 'preact';
import { Field, type FieldProps } from './field';

type TextProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  spellcheck?: boolean;
};

/** One line of text. Enter calls `onEnter` unless an input method is still composing. */
export function TextField(
  props: TextProps & {
    onEnter?: () => void;
    type?: 'text' | 'search';
    inputRef?: Ref<HTMLInputElement>;
  },
) {
  const { onEnter, type = 'text', inputRef } = props;
  return (
    <Field {...props}>
      {(control) => {
        const attributes = {
          class: 'field-input',
          ...control,
          ...textAttributes(props),
          ref: inputRef ?? null,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === 'Enter' && !event.isComposing) onEnter?.();
          },
        };
        // Preact's types tell the kinds of input apart by a literal.
        return type === 'search' ? (
          <input type="search" {...attributes} />
        ) : (
          <input type="text" {...attributes} />
        );
      }}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: TextProps & { rows?: number; textRef?: Ref<HTMLTextAreaElement> }) {
  const { rows = 2, textRef } = props;
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          class="field-input"
          rows={rows}
          {...control}
          {...textAttributes(props)}
          ref={textRef ?? null}
        />
      )}
    </Field>
  );
}

function textAttributes(props: TextProps) {
  return {
    value: props.value,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    spellcheck: props.spellcheck ?? false,
    autocomplete: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }) =>
      props.onInput(event.currentTarget.value),
    onBlur: () => props.onBlur?.(),
  };
}
