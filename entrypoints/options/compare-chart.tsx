import { useMemo } from 'preact/hooks';
import { CompareHistory } from '../../components/options/compare-history';
import { useWords } from '../../components/ui/words';
import type { Ladder } from '../../lib/benchmark/benchmark';
import { useLive } from '../../lib/db/use-live';
import { isMine } from '../../lib/inspection/mine';
import { shadedWindows } from '../../lib/listing/promotion-calendar';
import { ladderLines } from './ladder-lines';
import type { PageContext } from './page-context';
import { usePictureOut, useTableOut } from './use-table-out';

/** The chart of the compared listings, wired: their history read live from the database. */
export function CompareChart(props: {
  listingIds: readonly string[];
  ladder: Ladder | null;
  context: PageContext;
}) {
  const { listingIds, ladder, context } = props;
  const { reader, settings, nowMs } = context;
  const words = useWords();
  const text = words.options.compare.history;
  const out = useTableOut(text.title, context);
  const picture = usePictureOut(text.title, context);
  const asked = listingIds.join('+');
  const live = useLive(async () => {
    const ids = asked.split('+');
    const latest = await reader.latestMany(ids);
    return Promise.all(
      ids.map(async (listingId, index) => {
        const snapshot = latest[index]?.snapshot ?? null;
        return {
          listingId,
          title: snapshot?.title.value ?? null,
          shopName: snapshot?.shopName.value ?? null,
          mine: snapshot !== null && isMine(snapshot, settings.myShops),
          observations: await reader.observationsOf(listingId, 0),
          skuName: (skuId: string) =>
            snapshot?.skus.value?.find((sku) => sku.skuId === skuId)?.names.join(' ') ?? null,
        };
      }),
    );
  }, [asked, settings.myShops]);
  const windows = useMemo(() => shadedWindows(settings.calendar), [settings.calendar]);
  const lines = useMemo(() => ladderLines(ladder, words), [ladder, words]);
  return (
    <CompareHistory
      histories={live.state === 'value' ? live.value : null}
      windows={windows}
      ladder={lines}
      nowMs={nowMs}
      onOut={out}
      onPicture={picture}
    />
  );
}
