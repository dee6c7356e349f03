import type { PicturePlace } from '../messaging/frames';
import type { SiteAdapter } from '../sites/adapter';
import { holds, paintedAt, rectOf } from './page-nodes';

/** Less than this of the main picture in sight is no picture of it, px. */
const LEAST = 120;

/**
 * Where the main picture is in sight, in CSS px of the window; null where it is scrolled away, too
 * small, or something (our dock too) lies over it.
 */
export function picturePlace(adapter: SiteAdapter): PicturePlace | null {
  const { gallery } = adapter.anchors(document);
  if (gallery === null) return null;
  const { left, top, right, bottom } = rectOf(gallery);
  const [width, height] = [right - left, bottom - top];
  if (width < LEAST || height < LEAST || left < 0 || top < 0) return null;
  if (right > innerWidth || bottom > innerHeight) return null;
  for (const across of [0.1, 0.5, 0.9]) {
    for (const down of [0.1, 0.5, 0.9]) {
      const hit = paintedAt(left + width * across, top + height * down);
      if (hit === null || !holds(gallery, hit)) return null;
    }
  }
  return { left, top, width, height, viewWidth: innerWidth };
}
