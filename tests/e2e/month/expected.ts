import { yuanText } from '../../../lib/listing/price-text.ts';
import { ACTORS, atDay, visitDays, type Actor } from './world.ts';

// What the report must say, from the simulation alone: nothing of the product's analysis is asked.

const fen = (yuan: number) => Math.round(yuan * 100);
const yuan = (amount: number) => `¥${yuanText(fen(amount))}`;

/** A row of the sheet of changes, without times: listing, what, SKU, before, after, marks. */
export type ChangeRow = {
  day: number;
  title: string;
  what: string;
  sku: string;
  before: string;
  after: string;
  marks: string;
};

export type Figures = {
  actor: Actor;
  /** Days of the period on which it was seen. */
  seen: number[];
  longestGap: number;
  last: { price: number; day: number } | null;
  lowest: number | null;
  highest: number | null;
  beforeLast: number | null;
  beforeLowest: number | null;
  beforeHighest: number | null;
  account: number | null;
  priced: number;
  gated: number;
  changes: ChangeRow[];
};

/** The figures of a listing in the days `from` to `from + 6`, visited from day `start` on. */
export function figuresOf(actor: Actor, from: number, start: number): Figures {
  const visits = visitDays(actor, start);
  const within = (first: number) => visits.filter((day) => day >= first && day < first + 7);
  const priced = (days: number[]) =>
    days.flatMap((day) => {
      const { public: price, gated } = actor.scene(day);
      return price === null || gated ? [] : [{ price, day }];
    });
  const [now, before] = [priced(within(from)), priced(within(from - 7))];
  const least = (of: { price: number }[]) =>
    of.length === 0 ? null : Math.min(...of.map(({ price }) => price));
  const most = (of: { price: number }[]) =>
    of.length === 0 ? null : Math.max(...of.map(({ price }) => price));
  const last = now.at(-1) ?? null;
  return {
    actor,
    seen: within(from),
    longestGap: longestGap(within(from), from),
    last,
    lowest: least(now),
    highest: most(now),
    beforeLast: before.at(-1)?.price ?? null,
    beforeLowest: least(before),
    beforeHighest: most(before),
    account: last === null || actor.accountLess === 0 ? null : last.price - actor.accountLess,
    priced: now.length,
    gated: within(from).filter((day) => actor.scene(day).gated).length,
    changes: within(from).flatMap((day) => {
      const earlier = visits.filter((one) => one < day).at(-1);
      return earlier === undefined ? [] : changesOn(actor, earlier, day);
    }),
  };
}

function longestGap(seen: number[], from: number): number {
  let [gap, most] = [0, 0];
  for (let day = from; day < from + 7; day += 1) {
    gap = seen.includes(day) ? 0 : gap + 1;
    most = Math.max(most, gap);
  }
  return most;
}

/** The promotion line of the benchmark, in yuan, and the least move that is marked, in per cent. */
export const PROMO_LINE = 130;
const LEAST_MOVE = 5;

/** What a visit finds changed since the one before it. */
function changesOn(actor: Actor, earlier: number, day: number): ChangeRow[] {
  const [old, now] = [actor.scene(earlier), actor.scene(day)];
  if (old.gated || now.gated) return [];
  const rows: Omit<ChangeRow, 'day' | 'title'>[] = [];
  const row = (
    what: string,
    before: string,
    after: string,
    more: { sku?: string; marks?: string } = {},
  ) => rows.push({ what, before, after, sku: more.sku ?? '', marks: more.marks ?? '' });
  if (old.public !== null && now.public !== null && old.public !== now.public) {
    const text = (price: number) => `${yuan(price)}${actor.isFrom ? ' 起' : ''}`;
    const marks = marksOf(actor, old.public, now.public);
    const sku = actor.isFrom ? '' : actor.series;
    row('公开到手价', text(old.public), text(now.public), { sku, marks });
    if (actor.isFrom) {
      // Each SKU of a shop without promotions has its own exact price.
      for (const name of now.skus)
        row('公开到手价', yuan(old.public), yuan(now.public), {
          sku: name,
          marks: marksOf({ ...actor, isFrom: false }, old.public, now.public),
        });
    }
    if (actor.accountLess > 0) {
      const account = (price: number) => yuan(price - actor.accountLess);
      row('本账号到手价', account(old.public), account(now.public), { sku });
    }
    // Another amount of the same promotion is a step of the ledger, not another promotion.
    if (old.official !== null && now.official !== null) {
      const amount = (official: string) => `−¥${/[\d.]+(?=元)/.exec(official)?.[0]}`;
      row(now.official, amount(old.official), amount(now.official), { sku });
    }
  }
  if (old.extra !== now.extra) {
    if (now.extra !== null) row('新增优惠', '', now.extra, { marks: '新增优惠' });
    if (old.extra !== null) row('结束优惠', old.extra, '');
  }
  if (old.title !== now.title) {
    const [gone, come] = [old.title.replace(now.title, ''), now.title.replace(old.title, '')];
    row(
      '标题',
      old.title.includes(now.title) ? gone : '',
      now.title.includes(old.title) ? come : '',
    );
  }
  for (const name of now.skus.filter((sku) => !old.skus.includes(sku))) row('新增规格', '', name);
  for (const name of old.skus.filter((sku) => !now.skus.includes(sku))) row('下架规格', name, '');
  if (old.sales !== now.sales) row('销量', old.sales, now.sales);
  // The report names a listing as it is called now.
  const title = actor.scene(visitDays(actor, 0).at(-1) ?? day).title;
  return rows.map((one) => ({ ...one, day, title }));
}

function marksOf(actor: Actor, before: number, now: number): string {
  const share = ((now - before) / before) * 100;
  const line = `你的活动价 ¥${PROMO_LINE}`;
  const sign = share < 0 ? '−' : '+';
  // Of 起 only the lower end is known: above the line is sure, below it is not.
  const below = before >= PROMO_LINE && now < PROMO_LINE && !actor.isFrom;
  const above = before <= PROMO_LINE && now > PROMO_LINE;
  return [
    ...(below ? [`低于${line}`] : []),
    ...(above ? [`高于${line}`] : []),
    ...(Math.abs(share) >= LEAST_MOVE && !actor.isFrom
      ? [`变动 ${sign}${Number(Math.abs(share).toFixed(1))}%，达到 ${LEAST_MOVE}%`]
      : []),
  ].join('、');
}

/** All listings' figures of a week. */
export function weekFigures(from: number, start: number): Figures[] {
  return ACTORS.map((actor) => figuresOf(actor, from, start));
}

/** A day as the report writes it. */
export function dayText(day: number): string {
  const at = new Date(atDay(day));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}/${two(at.getMonth() + 1)}/${two(at.getDate())}`;
}
