import type { Benchmark } from '../../../lib/benchmark/benchmark';
import type { Keyword } from '../../../lib/benchmark/keyword';
import { exactPrice } from '../../../lib/listing/price';
import { seriesKey, type Observation } from '../../../lib/listing/series';
import { FIELD_NAMES, type ListingSnapshot } from '../../../lib/listing/snapshot';

/** A benchmark of an invented brand. */
export function aBenchmark(id: string, over: Partial<Benchmark> = {}): Benchmark {
  return {
    id,
    name: `保温杯 ${id}`,
    role: 'main',
    pinnedListingIds: [],
    shopIds: [],
    categoryWords: ['保温杯'],
    sellingPoints: [],
    ladder: { dailyFen: 12900, promoFen: 9900, memberFen: null, floorFen: 8900 },
    scoreThresholds: [],
    titleLimitUnits: 60,
    nearWindow: 4,
    ...over,
  };
}

/** A keyword with a popularity. */
export function aKeyword(word: string): Keyword {
  return {
    word,
    metrics: [{ source: '', kind: '搜索人气', period: '7d', min: 1200, max: 1200 }],
    class: null,
    mustHave: false,
    synonyms: [],
    atomic: false,
  };
}

export const LISTING = 'taobao:900000000001';

/** A snapshot in which nothing was read but the title. */
export function aSnapshot(capturedAtMs: number, listingId = LISTING): ListingSnapshot {
  const unread = Object.fromEntries(
    FIELD_NAMES.map((field) => [field, { value: null, from: null, candidates: [] }]),
  );
  return {
    site: 'taobao',
    itemId: listingId.slice('taobao:'.length),
    listingId,
    host: 'detail.tmall.com',
    capturedAtMs,
    account: 'logged-in',
    gated: false,
    ...unread,
    title: {
      value: '泊岸保温杯大容量',
      from: { source: 'page-data', path: 'item.title', atMs: capturedAtMs, skuId: null },
      candidates: [],
    },
    missing: [],
  } as unknown as ListingSnapshot;
}

/** An observation of the listing's page-level series. */
export function anObservation(atMs: number, fen: number, listingId = LISTING): Observation {
  return {
    series: seriesKey(listingId, null, false),
    listingId,
    skuId: null,
    atMs,
    listPrice: exactPrice(19900),
    beforePrice: exactPrice(fen),
    publicPrice: exactPrice(fen),
    finalPrice: exactPrice(fen),
    steps: [],
    account: 'logged-in',
    gated: false,
  };
}
