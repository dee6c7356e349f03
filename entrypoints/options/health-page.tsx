import { HealthRoom, type ReadingLine } from '../../components/options/health-room';
import type { LatestRow } from '../../lib/db/rows';
import { useLive } from '../../lib/db/use-live';
import { FIELD_NAMES } from '../../lib/listing/snapshot';
import type { PageContext } from './page-context';
import { SetAsidePanel } from './set-aside-panel';
import { StoresPanel } from './stores-panel';

/** Listings that are looked at, the newest first. */
const NEWEST = 200;

/** The reading health, wired. */
export function HealthPage({ context }: { context: PageContext }) {
  const { reader, nowMs, settings } = context;
  const live = useLive(async () => (await reader.newest(NEWEST)).map(lineOf), []);
  return (
    <HealthRoom
      lines={live.state === 'value' ? live.value : null}
      nowMs={nowMs}
      stores={<StoresPanel reader={reader} savedAtMs={settings.backup.savedAtMs} nowMs={nowMs} />}
      aside={<SetAsidePanel context={context} />}
    />
  );
}

function lineOf({ listingId, seenAtMs, snapshot }: LatestRow): ReadingLine {
  return {
    listingId,
    title: snapshot.title.value,
    atMs: seenAtMs,
    read: FIELD_NAMES.filter((field) => snapshot[field].value !== null).length,
    of: FIELD_NAMES.length,
    missing: snapshot.missing,
  };
}
