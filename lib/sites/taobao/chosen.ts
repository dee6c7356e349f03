import { tidy } from '../cut';
import type { Sighting } from '../../listing/sighting';
import { at, id, list, textAt } from '../json';
import { rowsOf } from './listing';

/** Which SKU is chosen on the page. */
export type ChosenOnPage = {
  /** Where that was seen; null where there is nothing to see, neither options nor data of them. */
  source: 'dom' | 'url' | 'page-data' | null;
  /** There are values to choose from. */
  hasOptions: boolean;
  /** Every option has its value. */
  full: boolean;
  /** The SKU that this makes, null while not full, or where nothing names it. */
  skuId: string | null;
  /** Chosen values as shown, in the options' order. */
  names: string[];
};

/** Most variants that are read. */
const MAX_SKUS = 2000;

/** The SKUs of the page data. */
export function skusOf(data: unknown): unknown[] {
  return list(at(data, 'skuBase.skus'), MAX_SKUS);
}

function propsOf(data: unknown): unknown[] {
  return list(at(data, 'skuBase.props'), 50);
}

/** The chosen SKU as the DOM shows it, or the address names it where there is only page data. */
export function chosenIn(seen: Sighting, data: unknown): ChosenOnPage {
  const picked = rowsOf(seen, 'option').map(([option = '', vid = '', name = '']) => ({
    option,
    vid,
    name: tidy(name),
  }));
  const nothing = { source: null, hasOptions: true, full: false, skuId: null, names: [] };
  // Drawn, but perhaps still the item before's.
  if (seen.held.includes('option')) return nothing;
  if (picked.length === 0) return fromAddress(seen.skuInAddress, data);
  const full = picked.every(({ vid }) => vid !== '');
  // Without the item's own data (after a move) the address is the one to name the chosen SKU.
  const skuId = data === null ? seen.skuInAddress : skuOf(data, picked);
  const names = picked.map(({ name }) => name).filter((name) => name !== null);
  const source = 'dom';
  return { source, hasOptions: true, full, skuId: full ? skuId : null, names: names.slice(0, 20) };
}

function fromAddress(skuInAddress: string | null, data: unknown): ChosenOnPage {
  const skus = skusOf(data);
  const hasOptions = skus.length > 0;
  const sku = skuInAddress && skus.find((one) => id(at(one, 'skuId')) === skuInAddress);
  if (sku) {
    const names = namesOf(data, sku);
    return { source: 'url', hasOptions, full: true, skuId: skuInAddress, names };
  }
  // With variants in the data and none drawn, which one is chosen is not known.
  const source = hasOptions || data === null ? null : 'page-data';
  return { source, hasOptions, full: false, skuId: null, names: [] };
}

/** The one SKU of the data that these values make; options are matched by name, then by place. */
function skuOf(data: unknown, picked: { option: string; vid: string }[]): string | null {
  const props = propsOf(data);
  const pairs = picked.map(({ option, vid }, index) => {
    const named = props.filter((prop) => textAt(prop, 'name') === option);
    return `${textAt(named.length === 1 ? named[0] : props[index], 'pid')}:${vid}`;
  });
  const wanted = pairs.toSorted().join(';');
  const [sku, other] = skusOf(data).filter((one) => pathOf(one).toSorted().join(';') === wanted);
  return other === undefined ? id(at(sku, 'skuId')) : null;
}

/** The property path of a SKU, "pid:vid;pid:vid"; the ids may be negative. */
function pathOf(sku: unknown): string[] {
  return (textAt(sku, 'propPath') ?? '').split(';').slice(0, 20);
}

/** The names of a SKU's values, in its path's order. */
export function namesOf(data: unknown, sku: unknown): string[] {
  return pathOf(sku)
    .map((pair) => {
      const [pid, vid] = pair.split(':');
      const prop = propsOf(data).find((one) => textAt(one, 'pid') === pid);
      const value = list(at(prop, 'values')).find((one) => textAt(one, 'vid') === vid);
      return tidy(textAt(value, 'name'));
    })
    .filter((name) => name !== null);
}
