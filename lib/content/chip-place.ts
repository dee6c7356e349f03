import type { Rect } from './rect';

/** Air between a text's end and its chip, and the least width at which a chip says something. */
const GAP = 8;
const LEAST_WIDTH = 104;

/** What decides where a chip stands; all in the window's coordinates. */
export type ChipSituation = {
  /** The line of text that the chip follows. */
  line: Rect;
  /** Where free space ends at the right: the text's container, or the next thing on that line. */
  freeUntil: number;
  /** The part of the window in which the anchor is visible: its scrollers' common rectangle. */
  clip: Rect;
  /** What the chip would like to be. */
  size: { width: number; height: number };
};

/**
 * The chip's rectangle right of the line's end, null where there is no free space or the line has
 * left its scroller. The chip is cut to the free space; it never reaches out of the clip.
 */
export function standChip(at: ChipSituation): Rect | null {
  const { line, clip, size } = at;
  const top = Math.round((line.top + line.bottom) / 2 - size.height / 2);
  if (top < clip.top || top + size.height > clip.bottom) return null;
  if (line.right <= clip.left) return null;
  const left = Math.ceil(line.right + GAP);
  const right = Math.min(at.freeUntil, clip.right) - 2;
  const width = Math.floor(Math.min(size.width, right - left));
  if (size.width <= 0 || width < Math.min(LEAST_WIDTH, size.width)) return null;
  return { left, top, right: left + width, bottom: top + size.height };
}
