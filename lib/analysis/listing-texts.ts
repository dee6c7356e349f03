import type { Place } from '../benchmark/benchmark';
import type { FieldName, ListingSnapshot } from '../listing/snapshot';

/**
 * One text of a listing. `index` is the attribute's, promotion's or SKU's; `nameEnd` is where an
 * attribute's name ends and its value is about to begin (text is "name：value"), else null.
 */
export type ListingText = {
  place: Place;
  index: number | null;
  text: string;
  nameEnd: number | null;
};

/** The places of a listing in the order in which evidence is listed. */
export const PLACES: readonly Place[] = ['title', 'attributes', 'detail', 'promotions', 'skus'];

/** All texts in which selling points are looked for, by place. SKU option names are told once. */
export function listingTexts(snapshot: ListingSnapshot): ListingText[] {
  const texts: ListingText[] = [];
  const add = (place: Place, index: number | null, text: string, nameEnd: number | null = null) =>
    texts.push({ place, index, text, nameEnd });

  if (snapshot.title.value !== null) add('title', null, snapshot.title.value);
  snapshot.attributes.value?.forEach(({ name, value }, index) =>
    add('attributes', index, `${name}：${value}`, name.length),
  );
  if (snapshot.detail.value !== null) add('detail', null, snapshot.detail.value.text);
  snapshot.promotions.value?.forEach(({ text }, index) => add('promotions', index, text));
  const told = new Set<string>();
  snapshot.skus.value?.forEach((sku, index) => {
    for (const name of sku.names) {
      if (told.has(name)) continue;
      told.add(name);
      add('skus', index, name);
    }
  });
  return texts;
}

/**
 * How far a place was read: `images` where the detail holds pictures only, `unread` where the
 * field could not be read. A field that the page does not have is read, and empty.
 */
export function placeReading(
  snapshot: ListingSnapshot,
  place: Place,
): 'read' | 'images' | 'unread' {
  if (place === 'detail' && snapshot.detail.value?.imagesOnly === true) return 'images';
  const field: FieldName = place;
  if (snapshot[field].value !== null) return 'read';
  const why = snapshot.missing.find((miss) => miss.field === field)?.why;
  return why === 'absent' ? 'read' : 'unread';
}
