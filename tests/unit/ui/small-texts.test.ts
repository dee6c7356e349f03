import { expect, test } from 'vitest';
import { shareRange } from '../../../components/popup/fact-texts';
import { menuTarget } from '../../../components/ui/menu-target';
import { sparklineShape } from '../../../components/ui/sparkline-path';
import { whenText } from '../../../components/ui/when-text';
import { catalog as en } from '../../../lib/locales/en';
import { catalog as chinese } from '../../../lib/locales/zh-CN';

const now = new Date(2026, 10, 22, 14, 32).getTime();
const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).getTime();

test.each([
  [now, '刚刚', 'just now'],
  [now + 30_000, '刚刚', 'just now'],
  [now - 5 * 60_000, '5 分钟前', '5 min ago'],
  [at(22, 0, 5), '今天 00:05', 'today 00:05'],
  // Less than a day ago, and yesterday all the same.
  [at(21, 23, 50), '昨天 23:50', 'yesterday 23:50'],
  [at(20, 23, 59), '2 天前', '2 days ago'],
  [at(16, 14, 32), '6 天前', '6 days ago'],
  [new Date(2026, 5, 18, 9, 0).getTime(), '2026-06-18 09:00', '2026-06-18 09:00'],
  // The clock was set back meanwhile: no "in the future", the time itself.
  [at(23, 9, 0), '2026-11-23 09:00', '2026-11-23 09:00'],
])('%d is said as %s', (atMs, zh, english) => {
  expect(whenText(atMs, now, chinese)).toBe(zh);
  expect(whenText(atMs, now, en)).toBe(english);
});

test.each([
  [{ min: 0.714, max: 0.714 }, '71%'],
  [{ min: 0.64, max: 0.71 }, '64 ~ 71%'],
  [{ min: 0, max: 1 }, '0 ~ 100%'],
  // Nearly all is not all, and nearly none is not none.
  [{ min: 0.999, max: 0.999 }, '99%'],
  [{ min: 0.001, max: 0.001 }, '1%'],
])('a weighted share of %o is %s', (share, expected) => {
  expect(shareRange(share)).toBe(expected);
});

test('a sparkline holds each price until the next, and leaves a gap where nobody saw one', () => {
  const shape = sparklineShape(
    [
      { atMs: 0, fen: 200 },
      { atMs: 10, fen: 100 },
      { atMs: 20, fen: null },
      { atMs: 30, fen: 200 },
    ],
    66,
    26,
  );
  expect(shape).toEqual({ path: 'M3 3h0H23V23H43M63 3h0', last: { x: 63, y: 3 } });
});

test('a sparkline that ends unseen has no last point; equal prices lie in the middle', () => {
  const points = [
    { atMs: 0, fen: 100 },
    { atMs: 10, fen: 100 },
    { atMs: 20, fen: null },
  ];
  expect(sparklineShape(points, 46, 26)).toEqual({ path: 'M3 13h0H23V13H43', last: null });
});

test('fewer than two prices are no line', () => {
  expect(sparklineShape([], 84, 22)).toBeNull();
  expect(
    sparklineShape(
      [
        { atMs: 1, fen: 5 },
        { atMs: 2, fen: null },
      ],
      84,
      22,
    ),
  ).toBeNull();
});

const LABELS = ['Alpha', 'beta', '关注', 'Alps'];
test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 3, 0],
  ['ArrowUp', 0, 3],
  ['ArrowUp', -1, 3],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['a', 0, 3],
  ['A', 3, 0],
  ['关', 0, 2],
  ['x', 0, null],
  [' ', 0, null],
  ['Enter', 0, null],
])('%s from line %d goes to %s', (key, from, to) => {
  expect(menuTarget(key, from, LABELS)).toBe(to);
});

test('an empty menu has nowhere to go', () => {
  expect(menuTarget('ArrowDown', -1, [])).toBeNull();
});
