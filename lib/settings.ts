import * as z from 'zod/mini';
import { MAX_PRESETS, presetSchema, USUAL_PRESETS } from './benchmark/bank-filter';
import { fenSchema } from './listing/price';
import { PHASES } from './listing/promotion-calendar';

/** Where the dock stands on a site, as the operator left it. `top` is a share of the window's height. */
export const dockPlaceSchema = z.object({
  side: z.enum(['right', 'left']),
  top: z.number().check(z.gte(0), z.lte(1)),
  folded: z.nullable(z.boolean()), // null: not chosen yet, folded where the window is narrow
});
export type DockPlace = z.infer<typeof dockPlaceSchema>;

/** Hosts as they appear in settings: the site families' listing hosts. */
export const siteHostSchema = z.string().check(z.regex(/^[a-z0-9.-]{3,60}$/));

/** A day that there is, as 2026-11-30. */
const daySchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((day) => new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) ?? false),
);

/** A minute of Beijing's clock on a day that there is, as 2026-10-20T20:00. */
const minuteSchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  z.refine((minute) => new Date(`${minute}Z`).toJSON()?.startsWith(minute) ?? false),
);

/** A free amount that a public price may cross, for all listings, those of a list, or one. */
const amountRuleSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i)),
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('list'), listId: z.string().check(z.maxLength(64)) }),
    z.object({ kind: z.literal('listing'), listingId: z.string().check(z.maxLength(40)) }),
  ]),
  side: z.enum(['below', 'above']),
  fen: fenSchema,
});

/** The operator's settings; one record, healed and backed up like everything they wrote. */
export const settingsSchema = z.object({
  language: z.enum(['auto', 'zh-CN', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  offHosts: z.array(siteHostSchema).check(z.maxLength(50)),
  dockPlaces: z.record(siteHostSchema, dockPlaceSchema),
  myShops: z
    .array(
      z.object({
        shopId: z.nullable(z.string().check(z.regex(/^\d{1,20}$/))),
        sellerId: z.nullable(z.string().check(z.regex(/^\d{1,20}$/))),
        name: z.string().check(z.maxLength(100)),
      }),
    )
    .check(z.maxLength(300)),
  firstRunDone: z.boolean(),
  /** What the operator made of a table's columns by hand: its headings in one line, and role codes. */
  tableColumns: z.record(
    z.string().check(z.maxLength(2000)),
    z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)),
  ),
  /** Which changes are marked; `percent` is the least move of a public price, null for off. */
  changeRules: z.object({
    ladder: z.boolean(),
    percent: z.nullable(z.int().check(z.gte(1), z.lte(99))),
    promotion: z.boolean(),
    keyword: z.boolean(),
    offShelf: z.optional(z.boolean()),
    amounts: z.optional(z.array(amountRuleSchema).check(z.maxLength(200))),
  }),
  /** What the keyword bank is filtered by at a click. */
  bankPresets: z.array(presetSchema).check(z.maxLength(MAX_PRESETS)),
  /** When a backup file was last saved, and when its reminder was last put off. */
  backup: z.object({ savedAtMs: z.nullable(z.int()), laterAtMs: z.nullable(z.int()) }),
  /** When a loss of both stores was found that the operator has been told of, null for none. */
  lossSeenAtMs: z.nullable(z.int()),
  /** Shipped promotions switched off, by id; the operator's own, in whole days; and edited ones. */
  calendar: z.object({
    off: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)),
    own: z
      .array(
        z
          .object({
            name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
            from: daySchema,
            to: daySchema,
            phase: z.optional(z.enum(PHASES)),
          })
          .check(z.refine(({ from, to }) => from <= to)),
      )
      .check(z.maxLength(200)),
    /** Shipped promotions with other dates or another phase, as the operator knows better. */
    edited: z.optional(
      z
        .array(
          z
            .object({
              id: z.string().check(z.maxLength(60)),
              phase: z.enum(PHASES),
              from: minuteSchema,
              to: z.nullable(minuteSchema),
            })
            .check(z.refine(({ from, to }) => to === null || from < to)),
        )
        .check(z.maxLength(200)),
    ),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  theme: 'auto',
  offHosts: [],
  dockPlaces: {},
  myShops: [],
  firstRunDone: false,
  tableColumns: {},
  changeRules: { ladder: true, percent: 5, promotion: true, keyword: true },
  bankPresets: USUAL_PRESETS,
  backup: { savedAtMs: null, laterAtMs: null },
  lossSeenAtMs: null,
  calendar: { off: [], own: [] },
};

/**
 * The settings in a stored value, whatever it is: a field that is absent (it came with a later
 * version) or does not parse has its default, the others are kept.
 */
export function settingsFrom(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const settings: Settings = { ...DEFAULT_SETTINGS };
  const given = new Map(Object.entries(value));
  for (const name of Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]) {
    const field = settingsSchema.shape[name].safeParse(given.get(name));
    if (field.success) Object.assign(settings, { [name]: field.data });
  }
  return settings;
}
