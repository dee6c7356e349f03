import type { SeenShop } from '../../components/options/fits-editor';
import type { VerdictLine } from '../../components/options/point-editor';
import type { Reader } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';

/** What has been seen on listing pages, as far as an editor needs it. */
export type Seen = {
  titles: ReadonlyMap<string, string>;
  shops: readonly SeenShop[];
  /** Hand-set verdicts of the benchmark. */
  verdicts: readonly VerdictLine[];
};

const NOTHING: Seen = { titles: new Map(), shops: [], verdicts: [] };
/** Newest listings that are looked through for titles and shops. */
const NEWEST = 1000;

/** Titles and shops of the newest listings, and the verdicts of one benchmark. */
export function useSeen(reader: Reader, benchmarkId: string | null): Seen {
  const live = useLive(() => seenBy(reader, benchmarkId), [benchmarkId]);
  return live.state === 'value' ? live.value : NOTHING;
}

async function seenBy(reader: Reader, benchmarkId: string | null): Promise<Seen> {
  const titles = new Map<string, string>();
  const shops = new Map<string, SeenShop>();
  for (const { listingId, snapshot } of await reader.newest(NEWEST)) {
    const { title, shopId, shopName } = snapshot;
    if (title.value !== null) titles.set(listingId, title.value);
    if (shopId.value === null || shopName.value === null) continue;
    if (!shops.has(shopId.value)) {
      shops.set(shopId.value, { shopId: shopId.value, name: shopName.value });
    }
  }
  const verdicts = benchmarkId === null ? [] : await reader.verdictsBy(benchmarkId);
  return {
    titles,
    shops: [...shops.values()],
    verdicts: verdicts.map(({ value }) => ({
      verdict: value,
      title: titles.get(value.listingId) ?? value.listingId,
    })),
  };
}
