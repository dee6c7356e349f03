import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  benchmarkOf,
  draftOf,
  emptyDraft,
  emptyPoint,
  sameDraft,
} from '../../../components/options/benchmark-draft';
import { benchmarkSchema, type Benchmark } from '../../../lib/benchmark/benchmark';

const whole: Benchmark = {
  id: 'b1',
  name: '防晒衣·女',
  role: 'main',
  pinnedListingIds: ['taobao:700000000001'],
  shopIds: ['123'],
  categoryWords: ['防晒衣'],
  sellingPoints: [{ ...emptyPoint('p1'), name: 'UPF50+', phrases: ['UPF50+', '防紫外线'] }],
  ladder: { dailyFen: 15_900, promoFen: 12_950, memberFen: null, floorFen: 0 },
  scoreThresholds: [{ name: '宝贝描述', min: 4.75 }],
  titleLimitUnits: 60,
  nearWindow: 4,
};

test('a benchmark survives the editor unchanged', () => {
  expect(benchmarkOf(draftOf(whole))).toEqual({ ok: true, benchmark: whole });
});

test('every ladder survives the editor unchanged', () => {
  const fen = fc.option(fc.integer({ min: 0, max: 100_000_000_000 }), { nil: null });
  fc.assert(
    fc.property(
      fc.record({ dailyFen: fen, promoFen: fen, memberFen: fen, floorFen: fen }),
      (ladder) => {
        const done = benchmarkOf(draftOf({ ...whole, ladder }));
        expect(done.ok && done.benchmark.ladder).toEqual(ladder);
      },
    ),
  );
});

test('what the editor saves is a benchmark to the schema too', () => {
  const draft = {
    ...emptyDraft('b2', ' 新 '),
    sellingPoints: [{ ...emptyPoint('p'), name: '凉感' }],
  };
  const done = benchmarkOf(draft);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  expect(benchmarkSchema.safeParse(done.benchmark).success).toBe(true);
  expect(done.benchmark.name).toBe('新');
  expect(done.benchmark.sellingPoints[0]?.phrases).toEqual(['凉感']);
});

test.each([
  ['no name', { name: ' ' }, 'name', 'name-empty'],
  ['a long name', { name: '长'.repeat(101) }, 'name', 'name-long'],
  [
    'letters for a price',
    { ladder: { daily: 'abc', promo: '', member: '', floor: '' } },
    'daily',
    'amount',
  ],
  [
    'half a fen',
    { ladder: { daily: '', promo: '1.234', member: '', floor: '' } },
    'promo',
    'amount-fine',
  ],
  ['no limit', { titleLimit: '' }, 'title-limit', 'title-limit'],
  ['a limit of 1', { titleLimit: '1' }, 'title-limit', 'title-limit'],
  ['a wide window', { nearWindow: '61' }, 'near-window', 'near-window'],
  [
    'a score above 100',
    { scores: [{ key: 'k', name: '描述', min: '101' }] },
    'score-k',
    'score-number',
  ],
  [
    'a score without a name',
    { scores: [{ key: 'k', name: '', min: '4' }] },
    'score-k',
    'score-name',
  ],
  ['a nameless point', { sellingPoints: [emptyPoint('p9')] }, 'point-p9', 'point-name'],
] as const)('%s is named, with its field', (_, patch, field, code) => {
  const done = benchmarkOf({ ...draftOf(whole), ...structuredClone(patch) } as never);
  expect(done).toEqual({ ok: false, problems: [{ field, code }] });
});

test('a draft that was put back as it was is no change', () => {
  const draft = draftOf(whole);
  expect(sameDraft(draft, draftOf(whole))).toBe(true);
  expect(sameDraft(draft, { ...draft, titleLimit: '61' })).toBe(false);
});
