import { describe, expect, test } from 'vitest';
import { standChip, type ChipSituation } from '../../../lib/content/chip-place';

const at = (more: Partial<ChipSituation>): ChipSituation => ({
  line: { left: 100, top: 100, right: 300, bottom: 130 },
  freeUntil: 900,
  clip: { left: 0, top: 50, right: 1000, bottom: 700 },
  size: { width: 260, height: 24 },
  ...more,
});

describe('where a chip stands', () => {
  test('right of the line, in its middle', () => {
    expect(standChip(at({}))).toEqual({ left: 308, top: 103, right: 568, bottom: 127 });
  });
  test('cut to the free space', () => {
    expect(standChip(at({ freeUntil: 450 }))?.right).toBe(448);
  });
  test('away where the free space is too small to say anything', () => {
    expect(standChip(at({ freeUntil: 400 }))).toBeNull();
  });
  test('away when its line leaves the scroller, above and below', () => {
    expect(standChip(at({ clip: { left: 0, top: 110, right: 1000, bottom: 700 } }))).toBeNull();
    expect(standChip(at({ clip: { left: 0, top: 0, right: 1000, bottom: 120 } }))).toBeNull();
  });
  test('never beyond the clip', () => {
    const clip = { left: 0, top: 50, right: 500, bottom: 700 };
    expect(standChip(at({ clip }))?.right).toBe(498);
  });
});
