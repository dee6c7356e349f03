import type { PicturePlace } from '../messaging/frames';
import type { SiteAdapter } from '../sites/adapter';
import { holds, paintedAt, rectOf } from './page-nodes';

/** Less than this of the main picture in sight is no picture of it, px. */
const LEAST = 120;

/** At how many places across, and how far down, it is looked whether something lies over it. */
const ACROSS = 20;
const DOWN = [0.1, 0.5, 0.9];

/**
 * Where the main picture is in sight, in CSS px of the window: the widest part that lies in the window
 * with nothing over it (in a narrow window our dock stands there). Null where that is too
 * small, or too little of the picture to know it by.
 */
export function picturePlace(adapter: SiteAdapter): PicturePlace | null {
  const { gallery } = adapter.anchors(document);
  if (gallery === null) return null;
  const rect = rectOf(gallery);
  const [left, right] = [Math.max(0, rect.left), Math.min(innerWidth, rect.right)];
  const [top, bottom] = [Math.max(0, rect.top), Math.min(innerHeight, rect.bottom)];
  const [step, height] = [(right - left) / ACROSS, bottom - top];
  const isFree = (x: number) =>
    DOWN.every((down) => {
      const hit = paintedAt(x, top + height * down);
      return hit !== null && holds(gallery, hit);
    });
  let [from, width] = [left, 0];
  for (let at = 0, since = 0; at <= ACROSS; at += 1) {
    // The very edge belongs to what stands beside it.
    if (!isFree(Math.min(Math.max(left + at * step, left + 1), right - 1))) since = at + 1;
    else if ((at - since) * step > width)
      [from, width] = [left + since * step, (at - since) * step];
  }
  if (width < Math.max(LEAST, rect.width / 3) || height < Math.max(LEAST, rect.height / 2))
    return null;
  return { left: from, top, width, height, viewWidth: innerWidth };
}
