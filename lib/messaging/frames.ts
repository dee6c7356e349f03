import * as z from 'zod/mini';
import { placeSchema } from '../benchmark/benchmark';
import { dockPlaceSchema } from '../settings';

/** The frames that the content script can host. */
export const frameNameSchema = z.enum(['dock', 'title-chip', 'price-chip']);
export type FrameName = z.infer<typeof frameNameSchema>;

/**
 * What the background answers to an observation: whether anything is drawn on this page, for which
 * item, and where the dock stands. It carries nothing that the operator keeps.
 */
export type DrawOrder = {
  draw: boolean;
  itemId: string | null;
  /** 'stopped' shows the single grey chip on a security page. */
  mode: 'full' | 'stopped';
  place: z.infer<typeof dockPlaceSchema>;
};

/**
 * A frame tells its own size and for which item it has drawn; the frame host shows it only when
 * that is still the item of the page. `hide` takes a chip away that has nothing to say. `atMs` is
 * the capture time of the reading that was drawn, null for none: a chip drawn before the page's
 * last change stays away until it has drawn again.
 */
export const frameDrawnSchema = z.object({
  frame: frameNameSchema,
  itemId: z.nullable(z.string().check(z.maxLength(20))),
  width: z.int().check(z.gte(0), z.lte(2000)),
  height: z.int().check(z.gte(0), z.lte(4000)),
  hide: z.boolean(),
  atMs: z.nullable(z.int().check(z.gte(0))),
});
export type FrameDrawn = z.infer<typeof frameDrawnSchema>;

/** Where the main picture is in sight, in CSS px of a window `viewWidth` px wide. */
export const picturePlaceSchema = z.object({
  left: z.number().check(z.gte(0), z.lte(10_000)),
  top: z.number().check(z.gte(0), z.lte(10_000)),
  width: z.number().check(z.gte(1), z.lte(10_000)),
  height: z.number().check(z.gte(1), z.lte(10_000)),
  viewWidth: z.number().check(z.gte(1), z.lte(20_000)),
});
export type PicturePlace = z.infer<typeof picturePlaceSchema>;

/** A drag of the dock's head, in CSS px since its start; the answer to `end` is the new place. */
export const dragSchema = z.object({
  phase: z.enum(['move', 'end', 'cancel']),
  dx: z.number().check(z.gte(-10_000), z.lte(10_000)),
  dy: z.number().check(z.gte(-10_000), z.lte(10_000)),
});
export type Drag = z.infer<typeof dragSchema>;

/**
 * Where on the page a piece of evidence stands. It holds the page's own words only (`quote` was
 * read there), never the operator's.
 */
export const locateSchema = z.object({
  place: z.union([placeSchema, z.enum(['price', 'reviews'])]),
  index: z.nullable(z.int().check(z.gte(0), z.lte(10_000))),
  quote: z.string().check(z.maxLength(300)),
});
export type LocateTarget = z.infer<typeof locateSchema>;
