import type { DemoListing } from '../../../scripts/demo/listing.ts';
import { atPlainPrice, atPublicPrice, LINHE } from '../../../scripts/demo/history.ts';
import { GATED, MINE, PLAIN, RIVAL } from '../../../scripts/demo/listings.ts';

/** What stands on a listing's page on a day; `public` and `account` in yuan. */
export type Scene = {
  public: number | null;
  gated: boolean;
  /** An official reduction whose words name its amount, null where the shop has none. */
  official: string | null;
  title: string;
  sales: string;
  /** A promotion beside the price, null for none. */
  extra: string | null;
  /** SKUs that the page has, by name. */
  skus: string[];
};

/** A listing of the simulation, and its page on each day, counted from 0. */
export type Actor = {
  listing: DemoListing;
  mine: boolean;
  /** How often it is to be seen, in days. */
  everyDays: 1 | 3;
  /** The shown series: what it is called, and whether its prices are 起. */
  series: string;
  isFrom: boolean;
  /** What the account pays less than anybody, in yuan; 0 where it pays the same. */
  accountLess: number;
  scene: (day: number) => Scene;
  page: (day: number) => DemoListing;
};

/** The value of the last step that has begun. */
function since<T>(day: number, ...steps: [from: number, value: T][]): T {
  const step = steps.filter(([from]) => from <= day).at(-1);
  if (step === undefined) throw new Error(`nothing on day ${day}`);
  return step[1];
}

const namesOf = ({ props, skus }: DemoListing) =>
  skus.map(({ vids }) =>
    vids.map((vid, i) => props[i]?.values.find((value) => value.vid === vid)?.name).join(' / '),
  );

const beforeOf = (listing: DemoListing) => Number(listing.ledger?.before);

/** A listing with a ledger: 优惠前 less 官方立减 less a coupon of `coupon` yuan is the public price. */
function promoted(
  listing: DemoListing,
  coupon: number,
  script: (day: number) => Partial<Scene> & { public: number },
): Actor['scene'] {
  return (day) => {
    const told = script(day);
    const official = beforeOf(listing) - coupon - told.public;
    return {
      gated: false,
      official: `官方立减省${official}元`,
      title: listing.title,
      sales: listing.sales,
      extra: null,
      skus: namesOf(listing),
      ...told,
    };
  };
}

/** The page of a scene. */
function pageOf(listing: DemoListing, scene: Scene): DemoListing {
  const names = namesOf(listing);
  const shown: DemoListing = {
    ...listing,
    title: scene.title,
    sales: scene.sales,
    skus: listing.skus.filter((_, index) => scene.skus.includes(names[index] ?? '')),
    coupons: [
      ...listing.coupons,
      ...(scene.extra === null
        ? []
        : [{ type: 'ACTIVITIES', applied: false, texts: [scene.extra] }]),
    ],
  };
  if (scene.gated) return { ...shown, degraded: true, loggedIn: false };
  return scene.public === null || listing.ledger === null
    ? shown
    : atPublicPrice(shown, scene.public * 100);
}

function actor(
  given: Omit<Actor, 'page' | 'accountLess' | 'isFrom' | 'mine'> &
    Partial<Pick<Actor, 'page' | 'accountLess' | 'isFrom' | 'mine'>>,
): Actor {
  return {
    mine: false,
    isFrom: false,
    accountLess: 0,
    page: (day) => pageOf(given.listing, given.scene(day)),
    ...given,
  };
}

const WITHOUT = RIVAL.title.replace('宽松防晒服', '');
const RIVAL_SKUS = namesOf(RIVAL);

export const ACTORS: readonly Actor[] = [
  actor({
    listing: MINE,
    mine: true,
    everyDays: 1,
    series: '雾蓝 / L',
    accountLess: 4.39,
    scene: promoted(MINE, 0, (day) => ({
      public: since(day, [0, 139], [16, 129], [23, 139]),
      sales: since(day, [0, '2万+'], [22, '3万+']),
    })),
  }),
  actor({
    listing: RIVAL,
    everyDays: 1,
    series: '奶茶 / L',
    accountLess: 4.79,
    scene: promoted(RIVAL, 6, (day) => ({
      public: since(day, [0, 149], [10, 129], [18, 119], [22, 125], [24, 139]),
      title: since(day, [0, RIVAL.title], [17, WITHOUT], [24, RIVAL.title]),
      sales: since(day, [0, '6000+'], [23, '7000+']),
      extra: since(day, [0, null], [20, '店铺券满300减30'], [25, null]),
      skus: since(day, [0, RIVAL_SKUS], [19, RIVAL_SKUS.slice(0, -1)], [24, RIVAL_SKUS]),
    })),
  }),
  // Two days of the last week its page is one that hides the prices.
  actor({
    listing: LINHE,
    everyDays: 1,
    series: '奶茶 / L',
    accountLess: 4.79,
    scene: promoted(LINHE, 6, (day) => ({
      public: since(day, [0, 119], [15, 109]),
      gated: day === 21 || day === 22,
    })),
  }),
  actor({
    listing: PLAIN,
    everyDays: 3,
    series: '整个商品 · 起',
    isFrom: true,
    scene: (day) => ({
      public: since(day, [0, 159], [17, 149]),
      gated: false,
      official: null,
      title: PLAIN.title,
      sales: PLAIN.sales,
      extra: null,
      skus: namesOf(PLAIN),
    }),
    page: (day) => atPlainPrice(PLAIN, day < 17 ? '159' : '149'),
  }),
  actor({
    listing: GATED,
    everyDays: 3,
    series: '整个商品 · 起',
    isFrom: true,
    scene: () => ({
      public: null,
      gated: true,
      official: null,
      title: GATED.title,
      sales: '',
      extra: null,
      skus: namesOf(GATED),
    }),
    page: () => GATED,
  }),
];

/** The first day is a Monday; nobody works on Saturdays, nor on the Thursday of the last week. */
export const FIRST_DAY = new Date(2026, 9, 26, 10).getTime();
export const DAYS = 28;
const OFF_DAYS = [5, 12, 19, 24, 26];

/** Ten o'clock of a day. */
export function atDay(day: number): number {
  const first = new Date(FIRST_DAY);
  return new Date(first.getFullYear(), first.getMonth(), first.getDate() + day, 10).getTime();
}

export const isWorkday = (day: number) => !OFF_DAYS.includes(day);

/** The days on which each listing is seen when all that is due is opened on every workday. */
export function visitDays({ everyDays }: Actor, from: number): number[] {
  const days: number[] = [];
  for (let day = from; day < DAYS; day += 1) {
    const last = days.at(-1);
    if (isWorkday(day) && (last === undefined || day - last >= everyDays)) days.push(day);
  }
  return days;
}
