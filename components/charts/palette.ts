import type { LineColor } from './plots';

/** The colours that a chart is drawn in, by role. */
export type ChartColor =
  | LineColor
  | '--ink'
  | '--ink-3'
  | '--line'
  | '--paper'
  | '--promo-wash'
  | '--na';
export type Palette = (role: ChartColor) => string;

/** The colours of the page's theme as it is now. */
export function pagePalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return (role) => style.getPropertyValue(role).trim();
}

/** The light theme's colours, whatever the page's theme: a saved picture goes onto white paper. */
export const LIGHT: Record<ChartColor, string> = {
  '--ink': '#17202b',
  '--ink-2': '#5b6673',
  '--ink-3': '#6b7581',
  '--line': '#e4e8ed',
  '--paper': '#fff',
  '--accent': '#1f6f5c',
  '--missing': '#c0362c',
  '--manual': '#3a5fb0',
  '--partial': '#9a5b00',
  '--unreadable': '#7a4fa3',
  '--na': '#6b7581',
  '--promo-wash': '#fff1e6',
};
