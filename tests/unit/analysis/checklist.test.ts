import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkListing, MAX_EVIDENCE } from '../../../lib/analysis/checklist';
import type { SellingPoint } from '../../../lib/benchmark/benchmark';
import type { Verdict } from '../../../lib/benchmark/watchlist';
import type { ListingSnapshot } from '../../../lib/listing/snapshot';
import { snapshotOf } from './snapshot';

function point(phrases: string[], more: Partial<SellingPoint> = {}): SellingPoint {
  return {
    id: 'p1',
    name: phrases[0] ?? 'p',
    phrases,
    match: 'any',
    synonyms: [],
    places: [],
    mustHave: false,
    manual: false,
    ...more,
  };
}

const check = (snapshot: ListingSnapshot, one: SellingPoint, verdicts: Verdict[] = []) =>
  checkListing(snapshot, [one], verdicts, snapshot.listingId).points[0]!;

const detail = (text: string, imagesOnly = false) => ({ text, imageCount: 3, imagesOnly });
/** A listing of which everything was read. */
const listing = snapshotOf({
  title: '2026新款 防晒衣 女款 冰丝',
  attributes: [
    { name: '防晒指数', value: 'UPF50+ 检测报告' },
    { name: '是否含酒精', value: '否' },
    { name: '防水', value: '否' },
  ],
  detail: detail('可水洗130次不变形。\n不仅透气，还不易掉色；不含荧光剂、香精。普通面料可换。'),
  promotions: [{ text: '店铺券满300减20', type: 'x', applied: false }],
  skus: [
    { skuId: '1', names: ['白色', '大码'], before: null, final: null, stockText: null },
    { skuId: '2', names: ['酒红', '大码'], before: null, final: null, stockText: null },
  ],
});

describe('pass', () => {
  test('with the page’s words around it and where they stand', () => {
    const answer = check(listing, point(['UPF50+']));
    expect(answer).toMatchObject({ state: 'pass', reason: null, notFound: [] });
    expect(answer.evidence).toEqual([
      {
        place: 'attributes',
        index: 0,
        offset: 5,
        quote: 'UPF50+ 检测报告',
        from: 0,
        to: 6,
        phrase: 'UPF50+',
        synonym: false,
      },
    ]);
  });

  test('by any of its phrases; the others are told', () => {
    expect(check(listing, point(['凉感', '冰丝']))).toMatchObject({
      state: 'pass',
      notFound: ['凉感'],
    });
  });

  test('by all of its phrases, in whatever places', () => {
    expect(check(listing, point(['冰丝', 'UPF50+', '大码'], { match: 'all' })).state).toBe('pass');
  });

  test('by a synonym, and said so', () => {
    const answer = check(listing, point(['凉感'], { synonyms: ['冰丝'] }));
    expect(answer).toMatchObject({ state: 'pass', notFound: ['凉感'] });
    expect(answer.evidence[0]).toMatchObject({ phrase: '冰丝', synonym: true, place: 'title' });
  });

  test('across blanks, case and width', () => {
    expect(check(listing, point(['ｕｐｆ５０＋'])).state).toBe('pass');
    expect(check(snapshotOf({ title: '最　好 的' }), point(['最好'])).state).toBe('pass');
  });

  test('by the plain hit beside a denied one', () => {
    const both = snapshotOf({ title: '不含酒精 消毒湿巾', detail: detail('含75%酒精') });
    const answer = check(both, point(['酒精']));
    expect(answer.state).toBe('pass');
    expect(answer.evidence.map((one) => one.place)).toEqual(['detail']);
  });

  test('by a phrase that is itself a denial', () => {
    const text = snapshotOf({ title: '无荧光剂 不掉色' });
    expect(check(text, point(['无荧光剂'])).state).toBe('pass');
    expect(check(text, point(['不掉色'])).state).toBe('pass');
    expect(check(text, point(['荧光剂'])).state).toBe('missing');
  });

  test('by a SKU’s option, told once', () => {
    const answer = check(listing, point(['大码']));
    expect(answer.evidence).toMatchObject([{ place: 'skus', index: 0, quote: '大码' }]);
  });
});

describe('partial', () => {
  test('only some of all', () => {
    expect(check(listing, point(['冰丝', '凉感'], { match: 'all' }))).toMatchObject({
      state: 'partial',
      reason: null,
      notFound: ['凉感'],
    });
  });

  test('a synonym does not stand in for one of all', () => {
    const one = point(['凉感', '面料升级'], { match: 'all', synonyms: ['冰丝'] });
    expect(check(listing, one).state).toBe('partial');
  });

  test('found where it does not count', () => {
    const answer = check(listing, point(['冰丝'], { places: ['attributes'] }));
    expect(answer).toMatchObject({ state: 'partial', reason: 'wrong-place', notFound: ['冰丝'] });
    expect(answer.evidence[0]?.place).toBe('title');
  });

  test('some of all found, the rest perhaps in pictures', () => {
    const pictures = snapshotOf({ title: '冰丝', detail: detail('', true) });
    expect(check(pictures, point(['冰丝', '凉感'], { match: 'all' }))).toMatchObject({
      state: 'partial',
      reason: 'images-only',
    });
  });
});

describe('missing', () => {
  test('not found anywhere', () => {
    expect(check(listing, point(['凉感']))).toMatchObject({
      state: 'missing',
      reason: null,
      evidence: [],
      notFound: ['凉感'],
    });
  });

  test.each(['荧光剂', '香精', '酒精', '防水'])('only denied: %s', (phrase) => {
    const answer = check(listing, point([phrase]));
    expect(answer).toMatchObject({ state: 'missing', reason: 'negated' });
    expect(answer.evidence.length).toBeGreaterThan(0);
  });

  test.each([
    ['a number within another', '30次'],
    ['a number in Chinese within another', '十次', '水洗三十次'],
    ['a sign that the page does not have', 'UPF50+', '防晒UPF50'],
    ['an ASCII word within another', 'ink', 'pink色'],
    ['a phrase across a full stop', '变形不仅'],
    ['a phrase across a list', '白酒', '颜色白、酒红'],
    ['a phrase across lines', '白酒', '白\n酒红'],
    ['a phrase across two attributes or SKUs', '大码酒红'],
  ])('%s is not found', (_, phrase, text?: string) => {
    const where = text === undefined ? listing : snapshotOf({ title: text });
    expect(check(where, point([phrase]))).toMatchObject({ state: 'missing', reason: null });
  });

  test('a phrase with a mark of its own may reach over that mark', () => {
    const text = snapshotOf({ title: '是否含酒精：否，防水、透气' });
    expect(check(text, point(['防水、透气'])).state).toBe('pass');
  });

  test('a field that the page does not have was read', () => {
    const bare = snapshotOf({ title: '防晒衣' });
    expect(check(bare, point(['凉感'])).state).toBe('missing');
  });
});

describe('unreadable', () => {
  test('not found, and the detail is pictures only', () => {
    const pictures = snapshotOf({ title: '防晒衣', detail: detail('', true) });
    expect(check(pictures, point(['凉感']))).toMatchObject({
      state: 'unreadable',
      reason: 'images-only',
      notFound: ['凉感'],
    });
  });

  test('pictures in a place that does not count are no excuse', () => {
    const pictures = snapshotOf({ title: '防晒衣', detail: detail('', true) });
    expect(check(pictures, point(['凉感'], { places: ['title'] })).state).toBe('missing');
  });

  test.each(['not-rendered', 'gated', 'malformed', 'ambiguous'] as const)(
    'not found, and a place that counts was not read: %s',
    (why) => {
      const page = snapshotOf({ title: '防晒衣' }, { missing: { attributes: why } });
      expect(check(page, point(['凉感']))).toMatchObject({
        state: 'unreadable',
        reason: 'not-read',
      });
    },
  );

  test('a denial that was read is not waiting for more', () => {
    const pictures = snapshotOf({ title: '不含酒精', detail: detail('', true) });
    expect(check(pictures, point(['酒精'])).state).toBe('missing');
  });
});

describe('by hand', () => {
  const verdict = (more: Partial<Verdict> = {}): Verdict => ({
    benchmarkId: 'b1',
    pointId: 'p1',
    listingId: listing.listingId,
    state: 'pass',
    note: '主图第 3 张',
    atMs: 5,
    ...more,
  });

  test('a point that no text decides waits for a verdict', () => {
    const manual = point(['冰丝'], { manual: true });
    expect(check(listing, manual)).toMatchObject({ state: 'manual', reason: 'manual' });
    expect(check(listing, manual, [verdict()]).state).toBe('pass');
  });

  test.each(['pass', 'partial', 'missing', 'not-applicable'] as const)(
    'a verdict goes before what was found: %s',
    (state) => {
      expect(check(listing, point(['冰丝']), [verdict({ state })])).toMatchObject({
        state,
        reason: 'by-hand',
        verdict: { note: '主图第 3 张', atMs: 5 },
      });
    },
  );

  test.each([{ pointId: 'p2' }, { listingId: 'taobao:700000000009' }])(
    'a verdict of something else does not count: %o',
    (other) => {
      expect(check(listing, point(['凉感']), [verdict(other)])).toMatchObject({
        state: 'missing',
        verdict: null,
      });
    },
  );

  test('what is not applicable is not counted', () => {
    const points = [point(['冰丝']), point(['凉感'], { id: 'p2' }), point(['帽檐'], { id: 'p3' })];
    const verdicts = [verdict({ pointId: 'p3', state: 'not-applicable' })];
    const list = checkListing(listing, points, verdicts, listing.listingId);
    expect([list.passed, list.total]).toEqual([1, 2]);
    expect(list.counts).toEqual({
      pass: 1,
      partial: 0,
      missing: 1,
      manual: 0,
      'not-applicable': 1,
      unreadable: 0,
    });
  });
});

test('impressions that no point speaks of', () => {
  const count = { text: '12', atLeast: 12, isLowerBound: false };
  const page = snapshotOf({
    impressions: ['防晒效果好', '面料舒服', '不显胖', '尺码合适'].map((word) => ({ word, count })),
  });
  const points = [point(['UPF50+'], { name: '防晒' }), point(['尺码合适不偏小'], { id: 'p2' })];
  const list = checkListing(page, points, [], page.listingId);
  expect(list.uncoveredImpressions.map((one) => one.word)).toEqual(['面料舒服', '不显胖']);
});

describe('quotes', () => {
  test('about ten characters around, within the line', () => {
    const text = `第一行\n${'前'.repeat(20)}凉感${'后'.repeat(20)}`;
    const [first] = check(snapshotOf({ detail: detail(text) }), point(['凉感'])).evidence;
    expect(first).toMatchObject({
      quote: `${'前'.repeat(10)}凉感${'后'.repeat(10)}`,
      offset: 14,
      from: 10,
      to: 12,
    });
    const line = check(snapshotOf({ detail: detail('甲\n凉感\n乙') }), point(['凉感']));
    expect(line.evidence[0]).toMatchObject({ quote: '凉感', offset: 2 });
  });

  test('are what stands in the text at their offset, whatever the text', () => {
    const piece = fc.constantFrom('凉感', '面料', '😊', '𠮷', ' ', '\n', '。', '不', '\u200B', 'a');
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (title) => {
        for (const one of check(snapshotOf({ title }), point(['凉感', '面料'])).evidence) {
          expect(title.slice(one.offset, one.offset + one.quote.length)).toBe(one.quote);
          expect(one.quote.isWellFormed()).toBe(true);
          const hit = one.quote.slice(one.from, one.to).replace(/[\s\u200B😊]/gu, '');
          expect(hit).toBe(one.phrase);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('stay few and short on a hostile page', () => {
    const text = `${'凉感。'.repeat(500)}凉${'\u200B'.repeat(9000)}感`;
    const { evidence } = check(
      snapshotOf({ title: text, detail: detail(text) }),
      point(['凉感', '凉', '感', '。凉感', '凉感。']),
    );
    expect(evidence.length).toBeLessThanOrEqual(MAX_EVIDENCE);
    for (const one of evidence) expect(one.quote.length).toBeLessThanOrEqual(200);
  });
});

test('phrases of prototype names are only words', () => {
  const page = snapshotOf({ title: '__proto__ constructor 防晒' });
  expect(check(page, point(['__proto__'])).state).toBe('pass');
  expect(check(page, point(['toString'])).state).toBe('missing');
});
