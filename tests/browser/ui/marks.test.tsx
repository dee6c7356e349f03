import { afterEach, expect, test, vi } from 'vitest';
import { ChangeLine } from '../../../components/ui/change-line';
import { EmptyState } from '../../../components/ui/empty-state';
import { Mark } from '../../../components/ui/mark';
import { Meter } from '../../../components/ui/meter';
import { FailureNotice } from '../../../components/ui/notice';
import { PriceText } from '../../../components/ui/price';
import { Skeleton } from '../../../components/ui/skeleton';
import { Sparkline } from '../../../components/ui/sparkline';
import { StateMark } from '../../../components/ui/state-mark';
import { applyTheme } from '../../../components/ui/theme';
import { When } from '../../../components/ui/when';
import type { Change } from '../../../lib/analysis/change-result';
import type { CheckState } from '../../../lib/analysis/checklist-result';
import type { FailureCode } from '../../../lib/messaging/result';
import { axeFaults, hide, one, show, wordsOf } from './show';

afterEach(hide);

const STATES: CheckState[] = [
  'pass',
  'partial',
  'missing',
  'manual',
  'not-applicable',
  'unreadable',
];
const CODES = Object.keys(wordsOf('en').common.failures) as FailureCode[];

test('the six states differ in word, in icon and in colour', () => {
  const root = show(
    <div>
      {STATES.map((state) => (
        <StateMark key={state} state={state} />
      ))}
    </div>,
  );
  const marks = [...root.querySelectorAll('.state-mark')];
  const different = (values: (string | null | undefined)[]) => new Set(values).size;
  expect(different(marks.map((mark) => mark.textContent))).toBe(6);
  expect(different(marks.map((mark) => mark.querySelector('path')?.getAttribute('d')))).toBe(6);
  expect(different(marks.map((mark) => getComputedStyle(mark).color))).toBe(6);
});

test('states, notices, empty state and meter are clean for axe in both themes', async () => {
  const all = (
    <main>
      <h1>标记</h1>
      {STATES.map((state) => (
        <StateMark key={state} state={state} count={3} />
      ))}
      {CODES.map((code) => (
        <FailureNotice key={code} code={code} />
      ))}
      <EmptyState title="没有">什么都没有</EmptyState>
      <Meter share={0.6} to={0.7} label="60% ~ 70%" />
      <Skeleton />
      <Mark />
      <Sparkline
        points={[
          { atMs: 1, fen: 100 },
          { atMs: 2, fen: 200 },
        ]}
      />
    </main>
  );
  for (const theme of ['light', 'dark'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one theme after the other
    expect(await axeFaults(show(all, { theme }))).toEqual([]);
  }
});

test.each(CODES)('failure %s says what happened, what is safe, what to do', (code) => {
  show(<FailureNotice code={code} />);
  const { what, safe, next } = wordsOf('zh-CN').common.failures[code];
  expect(one('[role=alert]').textContent).toBe(`${what} ${safe} ${next}`);
});

test('a price is never 0 for want of one; ranges and 起 stay', () => {
  show(<PriceText price={null} reason="需登录查看" />);
  expect(one('span[title]').textContent).toBe('读不到');
  const root = show(<PriceText price={{ minFen: 60000, maxFen: 120000 }} />);
  expect(root.textContent).toBe('¥600 ~ 1,200');
  expect(show(<PriceText price={{ minFen: 12900, maxFen: null }} />).textContent).toBe('¥129 起');
});

test('a meter draws a range as one, and no more than its ground', () => {
  const root = show(<Meter share={0.5} to={1.7} label="x" />);
  const widths = [...root.querySelectorAll('rect')].map((rect) => rect.getAttribute('width'));
  expect(widths).toEqual(['100', '100', '50']);
});

test('a sparkline says its figures to who cannot see it; one point is no line', () => {
  show(
    <Sparkline
      points={[
        { atMs: 1, fen: 12900 },
        { atMs: 2, fen: null },
        { atMs: 3, fen: 11900 },
      ]}
    />,
  );
  expect(one('svg').getAttribute('aria-label')).toBe('共 2 次记录，最低 ¥119，最高 ¥129');
  expect(show(<Sparkline points={[{ atMs: 1, fen: 1 }]} />).textContent).toBe('样本不足');
});

test('When shows the relative time and holds the exact one', () => {
  const nowMs = new Date(2026, 10, 22, 14, 32).getTime();
  show(<When atMs={nowMs - 6 * 86_400_000} nowMs={nowMs} />);
  expect(one('time').textContent).toBe('6 天前');
  expect(one('time').getAttribute('title')).toBe('2026-11-16 14:32');
});

const price = (minFen: number, maxFen: number | null = minFen) => ({ minFen, maxFen });
test.each<[string, Change, string]>([
  [
    'price down',
    { kind: 'price', series: '', which: 'public', before: price(12900), after: price(10900) },
    '公开到手价¥129 → 变为 ¥109降 ¥20（−15.5%）',
  ],
  [
    'price up',
    { kind: 'price', series: '', which: 'final', before: price(10000), after: price(10100) },
    '本账号到手价¥100 → 变为 ¥101升 ¥1（+1%）',
  ],
  [
    'a range says no share',
    { kind: 'price', series: '', which: 'list', before: price(60000, 120000), after: price(50000) },
    '一口价¥600 ~ 1,200 → 变为 ¥500',
  ],
  [
    'attribute gone',
    { kind: 'attribute', name: '面料', before: '冰丝', after: null },
    '面料冰丝 → 变为 无',
  ],
  ['sku', { kind: 'sku-added', names: ['红', 'L'] }, '新增规格红 / L'],
  ['count', { kind: 'count', which: 'images', before: '5', after: '6' }, '主图数5 → 变为 6'],
  [
    'against an older visit',
    { kind: 'sku-removed', names: ['红', 'L'], sinceMs: new Date(2026, 10, 18, 9, 5).getTime() },
    '下架规格红 / L与 2026-11-18 09:05 相比，其后没显示',
  ],
])('change line: %s', (_, change, expected) => {
  expect(show(<ChangeLine change={change} />).textContent?.replaceAll(/\s+/g, ' ')).toBe(expected);
});

test('auto follows the system, and a set theme does not', () => {
  const listeners: (() => void)[] = [];
  const system = {
    matches: true,
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    removeEventListener: vi.fn<() => void>(() => listeners.pop()),
  };
  const view = { document, matchMedia: () => system } as unknown as Window;
  applyTheme('auto', view);
  expect(document.documentElement.dataset['theme']).toBe('dark');
  system.matches = false;
  listeners[0]?.();
  expect(document.documentElement.dataset['theme']).toBe('light');
  applyTheme('dark', view);
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(listeners).toEqual([]);
});
