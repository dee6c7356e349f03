import type { ListingFacts } from '../../../lib/messaging/listing-facts';

/** 2026-11-20 14:32 local time. */
export const NOW = new Date(2026, 10, 20, 14, 32).getTime();
const DAY = 86_400_000;

/** A watched listing of an invented brand; `over` replaces what a test is about. */
export function facts(n: number, over: Partial<ListingFacts> = {}): ListingFacts {
  const fen = 12_900 + (n % 7) * 500;
  return {
    listingId: `taobao:${700_000_000_000 + n}`,
    host: 'detail.tmall.com',
    title: `云杉山系防晒衣女款夏季冰丝透气防紫外线轻薄皮肤衣外套 ${n}`,
    shopName: n % 3 === 0 ? '云杉旗舰店' : '远岸户外专营店',
    kind: n % 4 === 0 ? 'taobao' : 'tmall',
    mine: n % 5 === 0,
    benchmarkId: 'b1',
    benchmarkName: '防晒衣·女',
    publicPrice: { minFen: fen, maxFen: fen },
    finalPrice: n % 2 === 0 ? { minFen: fen - 800, maxFen: fen - 800 } : null,
    lastPrice: { price: { minFen: fen + 1000, maxFen: fen + 1000 }, atMs: NOW - 6 * DAY },
    coverage: { covered: (n * 7) % 37, total: 36 },
    checklist: { passed: n % 9, total: 8 },
    strip: [
      { atMs: NOW - 80 * DAY, fen: 14_900 },
      { atMs: NOW - 60 * DAY, fen: 13_900 },
      { atMs: NOW - 40 * DAY, fen: null },
      { atMs: NOW - 20 * DAY, fen: 13_900 },
      { atMs: NOW - DAY, fen },
    ],
    lastSeenMs: NOW - (n % 8) * DAY,
    note: n % 4 === 1 ? '疑似清仓' : '',
    tags: n % 3 === 1 ? ['主推', '标题 +2 词'] : [],
    owner: n % 6 === 2 ? '小林' : '',
    change: null,
    ...over,
  };
}

/** What a page may not show at all, and what was never seen. */
export const UNREAD = facts(900, {
  publicPrice: null,
  finalPrice: null,
  lastPrice: null,
  coverage: null,
  checklist: null,
  strip: [],
  mine: false,
});
export const NEVER_SEEN = facts(901, {
  title: null,
  shopName: null,
  kind: null,
  mine: false,
  benchmarkId: null,
  benchmarkName: null,
  publicPrice: null,
  finalPrice: null,
  lastPrice: null,
  coverage: null,
  checklist: null,
  strip: [],
  lastSeenMs: null,
  note: '',
  tags: [],
});
/** Words of a page that look like markup, and that turn the writing direction. */
export const HOSTILE = facts(902, {
  title: `<img src=x onerror="globalThis.hacked=1">\u202e反转\u200b ${'长'.repeat(400)}`,
  shopName: '=HYPERLINK("x")',
  note: '<b>备注</b>\t两\n行',
  tags: ['<i>', '__proto__'],
});
