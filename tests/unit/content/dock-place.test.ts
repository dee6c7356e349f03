import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAfterDrag, standDock, type DockSituation } from '../../../lib/content/dock-place';
import { intersection, type Rect } from '../../../lib/content/rect';

const box = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const situation = (more: Partial<DockSituation>): DockSituation => ({
  window: { width: 1920, height: 1000 },
  keepClear: [],
  place: { side: 'right', top: 0.1, folded: null },
  openHeight: 700,
  railHeight: 200,
  ...more,
});

describe('where the dock stands', () => {
  test('a wide window with room at the right: open at the right edge', () => {
    const stand = standDock(situation({ keepClear: [box(900, 100, 600, 80)] }));
    expect(stand).toEqual({ folded: false, side: 'right', rect: box(1576, 100, 332, 700) });
  });

  test('a purchase panel under the right edge sends it to the left', () => {
    const stand = standDock(situation({ keepClear: [box(1100, 100, 580, 80)] }));
    expect(stand?.side).toBe('left');
    expect(stand?.rect.left).toBe(12);
  });

  test('below 1500 px it starts as a rail, and opens when the operator says so', () => {
    const at = { window: { width: 1440, height: 900 }, keepClear: [box(770, 100, 600, 80)] };
    expect(standDock(situation(at))?.folded).toBe(true);
    const open = standDock(situation({ ...at, place: { side: 'right', top: 0, folded: false } }));
    expect(open).toMatchObject({ folded: false, side: 'left' });
  });

  test('where both columns are taken it stands in the tallest gap', () => {
    const keepClear = [box(0, 0, 1000, 120), box(0, 800, 1000, 60)];
    const place = { side: 'right' as const, top: 0, folded: false };
    const stand = standDock(
      situation({ window: { width: 1000, height: 900 }, keepClear, place, openHeight: 900 }),
    );
    expect(stand?.folded).toBe(false);
    expect(stand?.rect.top).toBe(128);
    expect(stand?.rect.bottom).toBe(792);
  });

  test('a page that leaves no room at all gets no dock', () => {
    expect(standDock(situation({ keepClear: [box(0, 0, 1920, 1000)] }))).toBeNull();
  });

  test('it meets nothing that is to be kept clear, whatever the page looks like', () => {
    const rects = fc.array(
      fc
        .tuple(fc.nat(2600), fc.nat(1400), fc.integer({ min: 1, max: 1500 }), fc.nat(900))
        .map(([x, y, w, h]) => box(x, y, w, h + 1)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        rects,
        fc.integer({ min: 320, max: 2600 }),
        fc.integer({ min: 300, max: 1500 }),
        fc.constantFrom('left' as const, 'right' as const),
        fc.constantFrom(true, false, null),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (keepClear, width, height, side, folded, top) => {
          const stand = standDock(
            situation({ window: { width, height }, keepClear, place: { side, top, folded } }),
          );
          if (stand === null) return;
          for (const rect of keepClear) expect(intersection(stand.rect, rect)).toBeNull();
          expect(stand.rect.left).toBeGreaterThanOrEqual(0);
          expect(stand.rect.right).toBeLessThanOrEqual(width);
          expect(stand.rect.bottom).toBeLessThanOrEqual(height);
        },
      ),
    );
  });
});

test('a drag snaps to the nearer edge and keeps its height as a share', () => {
  const window = { width: 1000, height: 800 };
  const from = box(656, 100, 332, 600);
  expect(placeAfterDrag(from, { dx: -400, dy: 60 }, window, false)).toEqual({
    side: 'left',
    top: 0.2,
    folded: false,
  });
  expect(placeAfterDrag(from, { dx: -100, dy: -900 }, window, null)).toEqual({
    side: 'right',
    top: 0,
    folded: null,
  });
});
