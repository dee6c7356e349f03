import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What every field has: its name, a hint below, and what is wrong with it. */
export type FieldProps = {
  label: string;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
  hint?: string | undefined;
  error?: string | null | undefined;
};

/** The ids and ARIA attributes that tie a control to its label, hint and error. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

/** A labelled field around one control; an error is announced when it appears. */
export function Field(
  props: FieldProps & { children: (control: FieldControl) => ComponentChildren },
) {
  const { label, labelHidden = false, hint, error, children } = props;
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== '';
  const described = [hint !== undefined ? `${id}-hint` : '', hasError ? `${id}-error` : '']
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div class="field">
      <label class={labelHidden ? 'field-label visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': hasError ? true : undefined,
      })}
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="field-error" id={`${id}-error`} role="alert" hidden={!hasError}>
        {hasError && error}
      </p>
    </div>
  );
}
