import { describe, expect, test } from 'vitest';
import type { Change, ChangeSet } from '../../../lib/analysis/change-result';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { chooseBenchmark } from '../../../lib/benchmark/fit';
import type { Verdict } from '../../../lib/benchmark/watchlist';
import { badgeOf } from '../../../lib/inspection/badge';
import { inspect, type InspectInput } from '../../../lib/inspection/inspect';
import { listingFacts } from '../../../lib/inspection/listing-facts';
import { FIELD_NAMES } from '../../../lib/listing/snapshot';
import { keyword } from '../analysis/keyword';
import { DAY, NOW, snapshotOf, yuan } from '../analysis/snapshot';
import { benchmark } from '../benchmark/benchmark';

const snapshot = snapshotOf({
  title: '防晒衣 女款 冰丝',
  shopName: '山岚',
  kind: 'tmall',
  beforePrice: yuan(129),
});
const point = {
  id: 'p1',
  name: '凉感',
  phrases: ['凉感'],
  match: 'any' as const,
  synonyms: [],
  places: [],
  mustHave: true,
  manual: false,
};
const yardstick = benchmark('b1', {
  categoryWords: ['防晒衣'],
  sellingPoints: [point, { ...point, id: 'p2', phrases: ['冰丝'] }],
  ladder: { dailyFen: 13_900, promoFen: null, memberFen: null, floorFen: null },
});
const compiled = compileKeywords([
  keyword('防晒衣'),
  keyword('UPF50+', { mustHave: true }),
  keyword('帐篷'),
]);
const history = [
  {
    series: `${snapshot.listingId}|page|exact`,
    listingId: snapshot.listingId,
    skuId: null,
    atMs: NOW - 6 * DAY,
    listPrice: null,
    beforePrice: yuan(139),
    publicPrice: yuan(139),
    finalPrice: null,
    steps: [],
    account: 'logged-in' as const,
    gated: false,
  },
];

const setOf = (...changes: Change[]): ChangeSet => {
  return { listingId: snapshot.listingId, atMs: NOW, sinceMs: NOW - DAY, changes };
};
const input = (more: Partial<InspectInput> = {}): InspectInput => ({
  snapshot,
  mine: false,
  choice: chooseBenchmark(snapshot, [yardstick]),
  benchmarks: [yardstick],
  compiled,
  verdicts: [],
  history,
  changes: null,
  rules: { ladder: true, percent: 5, promotion: true, keyword: true },
  watchlists: [],
  note: null,
  ...more,
});

describe('an inspection', () => {
  test('puts the analyses together', () => {
    const answer = inspect(input());
    expect(answer.coverage).toMatchObject({ covered: 1, total: 3, mustHaveMissing: ['UPF50+'] });
    expect(answer.checklist).toMatchObject({ passed: 1, total: 2 });
    expect(answer.price.rungs).toMatchObject([{ rung: 'daily', position: 'below' }]);
    expect(answer.price.last).toMatchObject({ price: yuan(139) });
    expect(answer.changes).toBeNull();
    expect(answer.benchmarks).toEqual([{ id: 'b1', name: '标尺 b1' }]);
  });

  test('survives JSON unchanged', () => {
    const answer = inspect(
      input({ changes: setOf({ kind: 'title', added: ['防晒衣'], removed: ['旧'] }) }),
    );
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  test('has no coverage without benchmark, keywords or title', () => {
    expect(inspect(input({ choice: { state: 'none' } })).coverage).toBeNull();
    expect(inspect(input({ compiled: null })).coverage).toBeNull();
    expect(inspect(input({ compiled: compileKeywords([]) })).coverage).toBeNull();
    expect(inspect(input({ snapshot: snapshotOf({}) })).coverage).toBeNull();
  });

  test('has no checklist without benchmark or points; the price note is always there', () => {
    const bare = chooseBenchmark(snapshot, [{ ...yardstick, sellingPoints: [] }]);
    expect(inspect(input({ choice: bare })).checklist).toBeNull();
    const none = inspect(input({ choice: { state: 'empty' } }));
    expect(none.checklist).toBeNull();
    expect(none.price).toMatchObject({ rungs: [], last: { price: yuan(139) } });
  });

  test('uses the verdicts of its own benchmark only', () => {
    const verdict: Verdict = {
      benchmarkId: 'b2',
      pointId: 'p1',
      listingId: snapshot.listingId,
      state: 'pass',
      note: '',
      atMs: 1,
    };
    expect(inspect(input({ verdicts: [verdict] })).checklist?.passed).toBe(1);
    const own = { ...verdict, benchmarkId: 'b1' };
    expect(inspect(input({ verdicts: [own] })).checklist?.passed).toBe(2);
  });

  test('says which lists hold the listing', () => {
    const list = (id: string, ...listingIds: string[]) => ({
      id,
      name: id,
      entries: listingIds.map((listingId) => ({ listingId, addedAtMs: 1 })),
    });
    const watchlists = [list('a'), list('b', snapshot.listingId)];
    expect(inspect(input({ watchlists })).watch).toEqual({
      lists: [
        { id: 'a', name: 'a', has: false },
        { id: 'b', name: 'b', has: true },
      ],
      starred: true,
    });
    expect(inspect(input()).watch.starred).toBe(false);
  });

  test('counts what was read, of what the page has', () => {
    expect(inspect(input()).read).toEqual({ read: 4, of: 4 });
    const more = snapshotOf(
      { title: '防晒衣' },
      { missing: { skus: 'not-rendered', finalPrice: 'gated' } },
    );
    expect(inspect(input({ snapshot: more })).read).toEqual({ read: 1, of: 3 });
    const said = { ...more, missing: [] };
    expect(inspect(input({ snapshot: said })).read.of).toBe(FIELD_NAMES.length);
  });
});

describe('the badge', () => {
  const inspected = (more: Partial<InspectInput>, saved: string | null = null) =>
    badgeOf({ state: 'inspected', inspection: inspect(input(more)), saved });

  test('open gaps on my listing', () => {
    expect(inspected({ mine: true })).toEqual({ text: '2', role: 'gaps' });
    const nothing = { mine: true, choice: { state: 'none' } as const };
    expect(inspected(nothing)).toEqual({ text: '', role: 'quiet' });
  });

  test('changes on a competitor’s, prices once', () => {
    expect(inspected({})).toEqual({ text: '', role: 'quiet' });
    const price = { kind: 'price', before: yuan(139), after: yuan(129) } as const;
    const series = `${snapshot.listingId}|page|exact`;
    const changes = setOf(
      { kind: 'title', added: [], removed: ['春季'] },
      { ...price, series, which: 'public' },
      { ...price, series, which: 'list' },
      { kind: 'ledger', series, code: '20', stage: 'to-final', label: 'x', before: 0, after: 1 },
    );
    expect(inspected({ changes })).toEqual({ text: '2', role: 'changes' });
    expect(inspect(input({ changes })).news.map(({ matches }) => matches.length)).toEqual([
      0, 2, 0, 0,
    ]);
  });

  test('at most three characters', () => {
    const changes = Array.from({ length: 150 }, (_, i): Change => {
      return { kind: 'attribute', name: `${i}`, before: 'b', after: 'a' };
    });
    expect(inspected({ changes: setOf(...changes) }).text).toBe('99+');
  });

  test('reading or saving that failed', () => {
    expect(badgeOf({ state: 'changed' })).toEqual({ text: '!', role: 'failed' });
    expect(inspected({ mine: true }, 'full')).toEqual({ text: '!', role: 'failed' });
  });

  test.each(['blocked', 'reload'] as const)('%s is said quietly', (state) => {
    expect(badgeOf({ state })).toEqual({ text: '!', role: 'quiet' });
  });

  test.each(['off-shelf', 'not-listing', 'not-ready', 'unsupported', 'off-here'] as const)(
    '%s has none',
    (state) => {
      expect(badgeOf({ state })).toEqual({ text: '', role: 'quiet' });
    },
  );
});

describe('the facts of a watched listing', () => {
  const { watchlists: _, changes: __, benchmarks: ___, rules: ____, ...shared } = input();
  const facts = (more: Partial<Parameters<typeof listingFacts>[0]> = {}) =>
    listingFacts({ ...shared, listingId: snapshot.listingId, ...more });

  test('are those of the inspection', () => {
    expect(facts({ note: { text: '清仓', tags: ['竞品'] } })).toEqual({
      listingId: snapshot.listingId,
      host: 'detail.tmall.com',
      title: '防晒衣 女款 冰丝',
      shopName: '山岚',
      kind: 'tmall',
      mine: false,
      benchmarkId: 'b1',
      benchmarkName: '标尺 b1',
      publicPrice: yuan(129),
      finalPrice: null,
      lastPrice: { price: yuan(139), atMs: NOW - 6 * DAY },
      coverage: { covered: 1, total: 3 },
      checklist: { passed: 1, total: 2 },
      strip: [
        { atMs: NOW - 6 * DAY, fen: 13_900 },
        { atMs: NOW, fen: 12_900 },
      ],
      lastSeenMs: NOW,
      note: '清仓',
      tags: ['竞品'],
      owner: '',
      change: null,
    });
  });

  test('name the newest change, by the operator’s rules', () => {
    const { rules } = input();
    const sets = [setOf({ kind: 'promotion-started', text: '满299减30' })];
    expect(facts({ news: { sets, lists: [], rules } }).change).toMatchObject({
      item: { matches: [{ rule: 'promotion' }] },
      more: 0,
      marked: 1,
    });
  });

  test('of a gated visit show no price', () => {
    const gated = snapshotOf({ finalPrice: yuan(9999) }, { gated: true });
    expect(facts({ snapshot: gated })).toMatchObject({ publicPrice: null, finalPrice: null });
  });

  test('of a listing never seen are its note and nulls', () => {
    expect(facts({ snapshot: null, choice: { state: 'none' }, history: [] })).toMatchObject({
      title: null,
      publicPrice: null,
      coverage: null,
      strip: [],
      lastSeenMs: null,
    });
  });
});
