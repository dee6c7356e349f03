import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import { Icon } from '../ui/icon';
import { useWords } from '../ui/words';
import { useRowWindow } from './use-rows';
import { WATCH_COLUMNS, type WatchColumn, type WatchSort } from './watch-rows';
import { WatchRow } from './watch-row';
import './watch.css';

/** Height of a row and of the sticky head, in px; the styles hold them to it. */
const ROW = 53;
const HEAD = 31;
const NUMERIC: readonly WatchColumn[] = ['price'];

type Props = {
  rows: readonly ListingFacts[];
  pictures: ReadonlyMap<string, string>;
  sort: WatchSort | null;
  nowMs: number;
  /** The row whose detail is open. */
  openId: string | null;
  onSort: (column: WatchColumn) => void;
  onDetail: (listingId: string) => void;
  onRemove: (listingId: string) => void;
};

/**
 * The table of watched listings. One row is in the tab order; arrow keys, Home, End and the page
 * keys move it, Enter opens its detail, O its page, Delete takes it out.
 */
export function WatchTable(props: Props) {
  const { rows, pictures, sort, nowMs, openId, onSort, onDetail, onRemove } = props;
  const words = useWords().options.watch;
  const [active, setActive] = useState(0);
  const { box, window, show } = useRowWindow(rows.length, ROW, HEAD);
  const body = useRef<HTMLTableSectionElement>(null);
  const wantsFocus = useRef(false);
  const current = Math.min(active, Math.max(0, rows.length - 1));

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  });

  const move = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    wantsFocus.current = true;
    show(index);
    setActive(index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const row = rows[current];
    // Keys of the row itself; its links and buttons keep their own.
    if (target.tagName !== 'TR' || row === undefined || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? ROW) - HEAD) / ROW) - 1);
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter') onDetail(row.listingId);
    else if (event.key === 'Delete') {
      wantsFocus.current = true;
      onRemove(row.listingId);
    } else if (event.key === 'o' || event.key === 'O') {
      target.querySelector<HTMLAnchorElement>('a[target]')?.click();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="watch-box" ref={box}>
      <table
        class="watch-table"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrow keys move through it
        role="grid"
        aria-label={words.table}
        aria-describedby="watch-keys"
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {WATCH_COLUMNS.map((column) => (
              <SortHead key={column} column={column} sort={sort} onSort={onSort} />
            ))}
            <th class="watch-actions">
              <span class="visually-hidden">{words.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          <Gap height={window.above} />
          {rows.slice(window.from, window.to).map((row, at) => (
            <WatchRow
              key={row.listingId}
              row={row}
              picture={pictures.get(row.listingId) ?? null}
              index={window.from + at}
              active={window.from + at === current}
              open={row.listingId === openId}
              nowMs={nowMs}
              onActivate={setActive}
              onDetail={onDetail}
              onRemove={onRemove}
            />
          ))}
          <Gap height={window.below} />
        </tbody>
      </table>
    </div>
  );
}

/** The room of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height: `${height}px` }} />;
}

function SortHead(props: {
  column: WatchColumn;
  sort: WatchSort | null;
  onSort: (column: WatchColumn) => void;
}) {
  const { column, sort, onSort } = props;
  const words = useWords().options.watch;
  const sorted = sort?.column === column;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th class={`watch-${column}${NUMERIC.includes(column) ? ' num' : ''}`} aria-sort={direction}>
      <button
        type="button"
        title={words.sortBy(words.columns[column])}
        onClick={() => onSort(column)}
      >
        {words.columns[column]}
        {sorted && <Icon name={sort.descending ? 'down' : 'up'} size={11} />}
      </button>
    </th>
  );
}
