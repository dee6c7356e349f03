import './icon.css';

const PATHS = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  cross: 'M4 4 12 12M12 4 4 12',
  dash: 'M4 8H12',
  plus: 'M8 3.5V12.5M3.5 8H12.5',
  'chevron-down': 'M4 6 8 10 12 6',
  'chevron-up': 'M4 10 8 6 12 10',
  'chevron-right': 'M6 4 10 8 6 12',
  'chevron-left': 'M10 4 6 8 10 12',
  star: 'M8 2 9.8 5.9 14 6.4 10.9 9.3 11.7 13.5 8 11.4 4.3 13.5 5.1 9.3 2 6.4 6.2 5.9Z',
  search: 'M7 2.5A4.5 4.5 0 1 0 7 11.5 4.5 4.5 0 1 0 7 2.5M10.4 10.4 13.5 13.5',
  reread: 'M13 8A5 5 0 1 1 11.2 4.1M11.5 1.8V4.5H8.8',
  undo: 'M3.5 6.5H10A3 3 0 0 1 10 12.5H6M6 4 3.5 6.5 6 9',
  trash: 'M3 4.5H13M6.5 4.5V3H9.5V4.5M4.5 4.5 5 13H11L11.5 4.5M7 7V10.5M9 7V10.5',
  pencil: 'M3 13 3.6 10.3 10.8 3.1 12.9 5.2 5.7 12.4Z',
  gear: 'M8 5.8A2.2 2.2 0 1 0 8 10.2 2.2 2.2 0 1 0 8 5.8M8 1.8V3.6M8 12.4V14.2M1.8 8H3.6M12.4 8H14.2M3.6 3.6 4.9 4.9M11.1 11.1 12.4 12.4M12.4 3.6 11.1 4.9M4.9 11.1 3.6 12.4',
  open: 'M6.5 3.5H3.5V12.5H12.5V9.5M9 3H13V7M13 3 7.5 8.5',
  warn: 'M8 2.2 14.2 13H1.8ZM8 6.2V9.2M8 11V11.4',
  info: 'M8 2A6 6 0 1 0 8 14 6 6 0 1 0 8 2M8 7.2V11M8 5V5.4',
  copy: 'M5.5 5.5V3H13V10.5H10.5M3 5.5H10.5V13H3Z',
  more: 'M3.5 8V8.1M8 8V8.1M12.5 8V8.1',
  eye: 'M1.8 8C4 4.4 12 4.4 14.2 8 12 11.6 4 11.6 1.8 8M8 6.4A1.6 1.6 0 1 0 8 9.6 1.6 1.6 0 1 0 8 6.4',
  'eye-off': 'M1.8 8C4 4.4 12 4.4 14.2 8 12 11.6 4 11.6 1.8 8M3 13 13 3',
  hand: 'M8 2.5A2.4 2.4 0 1 0 8 7.3 2.4 2.4 0 1 0 8 2.5M3 13.5C3.4 9 12.6 9 13 13.5',
  half: 'M8 2.5A5.5 5.5 0 1 0 8 13.5Z',
  up: 'M8 13V3.5M4 7 8 3 12 7',
  down: 'M8 3V12.5M4 9 8 13 12 9',
  tag: 'M2.5 2.5H8L13.5 8 8 13.5 2.5 8ZM5.4 5.3V5.5',
  pin: 'M5.5 2.5H10.5L10 7 12 9.5H4L6 7ZM8 9.5V14',
  upload: 'M8 10.5V2.5M5 5.5 8 2.5 11 5.5M2.5 10V13.5H13.5V10',
  download: 'M8 2.5V10.5M5 7.5 8 10.5 11 7.5M2.5 10V13.5H13.5V10',
  locate:
    'M8 4.2A3.8 3.8 0 1 0 8 11.8 3.8 3.8 0 1 0 8 4.2M8 1.5V4.2M8 11.8V14.5M1.5 8H4.2M11.8 8H14.5',
  fold: 'M9.5 4 13 8 9.5 12M3 3V13M5.5 8H12.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon in the colour of the text, of 16 px; it says nothing to a screen reader by itself. */
export function Icon(props: { name: IconName; filled?: boolean; size?: number }) {
  const { name, filled = false, size } = props;
  return (
    <svg
      class={filled ? 'icon icon-filled' : 'icon'}
      viewBox="0 0 16 16"
      {...(size === undefined ? {} : { width: size, height: size })}
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
