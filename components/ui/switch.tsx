import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './switch.css';

type Props = {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  disabled?: boolean;
};

/** On or off, at once. */
export function Switch(props: Props) {
  return <Toggle {...props} look="switch" />;
}

/** Ticked or not, as part of something that is saved. */
export function Checkbox(props: Props) {
  return <Toggle {...props} look="checkbox" />;
}

function Toggle(props: Props & { look: 'switch' | 'checkbox' }) {
  const { label, checked, onChange, hint, disabled = false, look } = props;
  const id = useId();
  return (
    <div class="toggle">
      <input
        id={id}
        class={look}
        type="checkbox"
        role={look === 'switch' ? 'switch' : undefined}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="toggle-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
