import { short } from '../cut';
import { attr, label } from '../dom';
import { at, idAt, listAt, textAt } from '../json';
import { skuIdOf } from './address';
import { find, findAll } from './selectors';

/** Which SKU is chosen on the page. */
export type ChosenOnPage = {
  /** The purchase panel offers values to choose from. */
  hasOptions: boolean;
  /** Every option has a chosen value (false where there are none). */
  full: boolean;
  /** The SKU that this makes, null while not full, or where no data names it. */
  skuId: string | null;
  /** Chosen values as shown, in the options' order. */
  names: string[];
  /** Stands for the choice as a whole: equal for equal choices. */
  selection: string;
  source: 'dom' | 'url' | 'page-data';
};

/** The chosen SKU as the DOM shows it, or the address names it where there is only page data. */
export function readChosen(document: Document | null, url: URL, data: unknown): ChosenOnPage {
  const area = find(document, 'skuArea');
  const groups = findAll(area?.element ?? null, 'skuGroup')
    .map(({ element }) => ({
      name: label(find(element, 'skuLabel')?.element ?? null),
      values: findAll(element, 'skuValue').map((value) => value.element),
    }))
    .filter((group) => group.values.length > 0);
  if (groups.length === 0) return fromAddress(url, data);
  const picked = groups.map((group) => {
    const chosen = group.values.filter((value) => attr(value, 'class')?.includes('isSelected--'));
    return { name: group.name, value: chosen.length === 1 ? (chosen[0] ?? null) : null };
  });
  const full = picked.every(({ value }) => value !== null);
  const vids = picked.map(({ name, value }) => ({ name, vid: attr(value, 'data-vid') }));
  const fromData = full ? skuOf(data, vids) : null;
  return {
    hasOptions: true,
    full,
    // Without the item's own data (after a move) the address is the one to name the chosen SKU.
    skuId: fromData ?? (full && data === null ? skuIdOf(url) : null),
    names: picked
      .map(({ value }) => value && short(label(find(value, 'skuText')?.element ?? value)))
      .filter((name) => name !== null)
      .slice(0, 20),
    selection: vids.map(({ vid }) => vid ?? '').join(';'),
    source: 'dom',
  };
}

function fromAddress(url: URL, data: unknown): ChosenOnPage {
  const skus = listAt(data, 'skuBase.skus');
  const skuId = skuIdOf(url);
  const sku = skus.find((one) => idAt(one, 'skuId') === skuId);
  const full = skuId !== null && sku !== undefined;
  return {
    hasOptions: skus.length > 0,
    full,
    skuId: full ? skuId : null,
    names: full ? namesOf(data, textAt(sku, 'propPath') ?? '') : [],
    selection: full ? skuId : '',
    source: full ? 'url' : 'page-data',
  };
}

/** The one SKU of the data that these values make; options are matched by name, then by place. */
function skuOf(
  data: unknown,
  picked: { name: string | null; vid: string | null }[],
): string | null {
  const props = listAt(data, 'skuBase.props', 50);
  if (props.length !== picked.length) return null;
  const pairs = picked.map(({ name, vid }, index) => {
    const named = props.filter((prop) => textAt(prop, 'name') === name);
    const prop = named.length === 1 ? named[0] : props[index];
    return `${textAt(prop, 'pid')}:${vid}`;
  });
  const wanted = pairs.toSorted().join(';');
  const fitting = listAt(data, 'skuBase.skus').filter(
    (sku) => (textAt(sku, 'propPath') ?? '').split(';').toSorted().join(';') === wanted,
  );
  return fitting.length === 1 ? idAt(fitting[0], 'skuId') : null;
}

/** The names of the values in a property path "pid:vid;pid:vid"; ids may be negative. */
export function namesOf(data: unknown, propPath: string): string[] {
  const props = listAt(data, 'skuBase.props', 50);
  return propPath
    .split(';')
    .slice(0, 20)
    .map((pair) => {
      const colon = pair.indexOf(':');
      const prop = props.find((one) => textAt(one, 'pid') === pair.slice(0, colon));
      const value = listAt(prop, 'values').find(
        (one) => textAt(one, 'vid') === pair.slice(colon + 1),
      );
      return short(textAt(value, 'name'));
    })
    .filter((name) => name !== null);
}

/** The row of `sku2info` for a SKU: keyed by SKU id, or by index with the SKU's id inside. */
export function skuInfo(data: unknown, skuId: string): unknown {
  const rows = at(data, 'skuCore.sku2info');
  const row = at(rows, skuId);
  if (row !== undefined || typeof rows !== 'object' || rows === null) return row;
  return Object.values(rows).find((one) => idAt(one, 'skuId') === skuId);
}
