import { vi } from 'vitest';
import { BankFilter } from '../../../components/options/bank-filter';
import { BankGaps } from '../../../components/options/bank-gaps';
import { BankMoves } from '../../../components/options/bank-moves';
import { BankRoots } from '../../../components/options/bank-roots';
import { BankTrend } from '../../../components/options/bank-trend';
import { WHOLE_BANK } from '../../../lib/analysis/bank/bank-query';
import type { GapCell } from '../../../lib/analysis/bank/gap-matrix';
import type { DatedTable } from '../../../lib/analysis/bank/import-table';
import type { Movement } from '../../../lib/analysis/bank/movement';
import { USUAL_PRESETS } from '../../../lib/benchmark/bank-filter';
import { sampleOrder, sampleRows } from './sample-bank';

/** The parts of the bank room with made-up words, for tests. */
export const ROWS = sampleRows(20);
const isShare = (kind: string) => /率|占比/.test(kind);
const DAY = 86_400_000;
const at = (date: number) => new Date(2026, 10, date).getTime();

export function filter(over: Partial<Parameters<typeof BankFilter>[0]> = {}) {
  return (
    <BankFilter
      query={WHOLE_BANK}
      kinds={[...ROWS.kinds, { kind: '需求供给比', share: false }]}
      isShare={isShare}
      presets={USUAL_PRESETS}
      readOnly={false}
      found={{ shown: 12, all: 20, unsure: 3, without: 2 }}
      hasOlder
      onQuery={vi.fn()}
      onPresets={vi.fn()}
      {...over}
    />
  );
}

const table = (importId: string, date: number, words: number): DatedTable => ({
  importId,
  importedAtMs: at(date),
  fileName: 'a.xlsx',
  basis: { source: '生意参谋 搜索分析', period: '7d' },
  words,
  kinds: ['搜索人气'],
});
const MOVED: [string, Movement][] = [
  ['透明防晒衣', 'new'],
  ['防晒衣女', 'rising'],
  ['骑行防晒衣', 'falling'],
  ['老款', 'gone'],
  ['冰丝', 'unsure'],
  ['外套', 'same'],
];
export function moves(over: Partial<Parameters<typeof BankMoves>[0]> = {}) {
  const later = table('b', 15, 5);
  const earlier = table('a', 8, 5);
  return (
    <BankMoves
      tables={[later, earlier]}
      unreadable={0}
      hasUnknown={false}
      laters={[later]}
      earliers={[earlier]}
      later={later}
      earlier={earlier}
      kinds={[ROWS.kinds[0]!]}
      kind={ROWS.kinds[0]!}
      moved={{
        size: MOVED.length,
        word: (place) => MOVED[place]![0],
        movement: (place) => MOVED[place]![1],
        before: (place) => (place === 0 ? null : { min: 600, max: 1200 }),
        after: (place) => (place === 3 ? null : { min: 900, max: 2000 }),
        counts: { new: 1, rising: 1, falling: 1, gone: 1, unsure: 1, same: 1 },
      }}
      renderTools={() => null}
      beside={null}
      onWord={vi.fn()}
      onLater={vi.fn()}
      onEarlier={vi.fn()}
      onKind={vi.fn()}
      onImport={vi.fn()}
      {...over}
    />
  );
}

export function roots(onRoot = vi.fn(), lacking: (boolean | null)[] = [true, false, null]) {
  return (
    <BankRoots
      roots={[
        { root: '防晒衣', words: 1204, top: { at: 4, alike: 2 }, lacking: [false, false, false] },
        { root: '冰丝', words: 7, top: null, lacking },
      ]}
      rows={ROWS}
      kinds={ROWS.kinds}
      kind={ROWS.kinds[0]!}
      titles={lacking.map((one, index) => ({
        listingId: `taobao:10000${index}`,
        title: one === null ? null : `云杉防晒衣 ${index}`,
      }))}
      renderTools={(shown) => <output>{shown.map(({ root }) => root).join()}</output>}
      onKind={vi.fn()}
      onRoot={onRoot}
    />
  );
}

const CELLS: GapCell[] = ['contiguous', 'near', 'scattered', 'partial', 'missing', 'unread'];
export function gaps(over: Partial<Parameters<typeof BankGaps>[0]> = {}) {
  return (
    <BankGaps
      titles={CELLS.map((_, index) => ({
        listingId: `taobao:20000${index}`,
        title: index === 5 ? null : `云杉防晒衣女款夏季冰丝透气 ${index}`,
        shopName: '云杉旗舰店',
        mine: index === 0,
      }))}
      rows={ROWS}
      kind={ROWS.kinds[0]!}
      view="all"
      matrix={{
        order: sampleOrder(20),
        cell: (title, place) => CELLS[(title + place) % CELLS.length]!,
        counts: { all: 20, theirs: 4, ours: 2, nobody: 1 },
      }}
      beside={null}
      onWord={vi.fn()}
      onView={vi.fn()}
      {...over}
    />
  );
}

export function trend() {
  const point = (date: number, min: number | null, apart = false) => ({
    fromMs: at(date) - 7 * DAY,
    toMs: at(date),
    figure: min === null ? null : { min, max: min * 2 },
    apart,
  });
  return (
    <BankTrend
      word="冰丝防晒衣"
      kinds={ROWS.kinds}
      kind={ROWS.kinds[0]!}
      series={{ source: '生意参谋 搜索分析', days: 7 }}
      points={[point(1, 600, true), point(8, null), point(15, 900)]}
      figures={[
        {
          source: '生意参谋 搜索分析',
          kind: '支付转化率',
          period: '7d',
          min: 0.05,
          max: 0.075,
          share: true,
        },
      ]}
      onKind={vi.fn()}
      onClose={vi.fn()}
    />
  );
}
