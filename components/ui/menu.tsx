import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from './button';
import { Icon, type IconName } from './icon';
import { menuTarget } from './menu-target';
import './menu.css';

/** One line of a menu; with `checked` it can be ticked and the menu stays open. */
export type MenuItem = {
  id: string;
  label: string;
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  /** A line is drawn above it: it begins another group. */
  separated?: boolean;
  onChoose: () => void;
};

/**
 * A button that opens a menu. Arrow keys, Home, End and typing move in it; Escape, Tab and a click
 * outside close it; the focus goes back to the button. With `iconOnly` the label is its name only.
 */
export function Menu(props: {
  label: string;
  items: readonly MenuItem[];
  icon?: IconName;
  iconOnly?: boolean;
  children?: ComponentChildren;
  /** Which way it opens. */
  side?: 'below' | 'above';
  align?: 'start' | 'end';
  disabled?: boolean;
}) {
  const { label, items, icon, iconOnly = false, side = 'below', align = 'start' } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
  ];

  useEffect(() => {
    if (!open) return undefined;
    rows()[0]?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    if (event.key === 'Tab') {
      setOpen(false);
      return;
    }
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    const to = menuTarget(
      event.key,
      at,
      all.map((row) => row.textContent ?? ''),
    );
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const opener = {
    buttonRef: button,
    expanded: open,
    haspopup: 'menu' as const,
    disabled: props.disabled ?? false,
    onClick: () => setOpen(!open),
  };
  return (
    <div class="menu" ref={root}>
      {iconOnly ? (
        <IconButton icon={icon ?? 'more'} label={label} {...opener} />
      ) : (
        <Button {...(icon === undefined ? {} : { icon })} {...opener}>
          {props.children ?? label}
          <Icon name={side === 'above' ? 'chevron-up' : 'chevron-down'} size={12} />
        </Button>
      )}
      {open && (
        <div
          class={`menu-list menu-${side} menu-${align}`}
          role="menu"
          id={id}
          aria-label={label}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              class={classOf(item)}
              role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={item.checked}
              disabled={item.disabled ?? false}
              tabIndex={-1}
              onClick={() => {
                item.onChoose();
                if (item.checked === undefined) close();
              }}
            >
              <span class="menu-tick">
                {item.checked === true && <Icon name="check" size={12} />}
              </span>
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function classOf({ danger = false, separated = false }: MenuItem): string {
  return `menu-item${danger ? ' menu-danger' : ''}${separated ? ' menu-separated' : ''}`;
}
