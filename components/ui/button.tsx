import type { ComponentChildren, Ref } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon';

type Common = {
  onClick?: (event: MouseEvent) => void;
  disabled?: boolean;
  /** A toggle's state; leave out on a plain button. */
  pressed?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  /** For a button that opens something: whether it is open. */
  expanded?: boolean;
  haspopup?: 'menu' | 'dialog';
  /** Text for the mouse, where the label does not say it all. */
  hint?: string;
};

/** A button with words. `primary` once per surface, `danger` for what takes something away. */
export function Button(
  props: Common & {
    kind?: 'primary' | 'quiet' | 'danger';
    icon?: IconName;
    iconFilled?: boolean;
    type?: 'button' | 'submit';
    children: ComponentChildren;
  },
) {
  const { kind = 'quiet', icon, iconFilled = false, type = 'button', children } = props;
  return (
    <button class={`button button-${kind}`} type={type} {...shared(props)}>
      {icon !== undefined && <Icon name={icon} filled={iconFilled} size={14} />}
      {children}
    </button>
  );
}

/** A button that is an icon only; `label` is its name for everyone. */
export function IconButton(
  props: Common & { icon: IconName; label: string; iconFilled?: boolean },
) {
  const { icon, label, iconFilled = false } = props;
  return (
    <button class="icon-button" type="button" aria-label={label} {...shared(props)} title={label}>
      <Icon name={icon} filled={iconFilled} />
    </button>
  );
}

function shared(props: Common) {
  return {
    ...(props.onClick === undefined ? {} : { onClick: props.onClick }),
    ...(props.buttonRef === undefined ? {} : { ref: props.buttonRef }),
    ...(props.hint === undefined ? {} : { title: props.hint }),
    disabled: props.disabled ?? false,
    'aria-pressed': props.pressed,
    'aria-expanded': props.expanded,
    'aria-haspopup': props.haspopup,
  };
}
