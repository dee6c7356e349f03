import { tidy } from '../cut';
import { attr, label } from '../dom';
import { at, id, list, textAt } from '../json';
import { skuIdOf } from './address';
import { findAll, nodeOf } from './selectors';

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
  /** Stands for the choice as a whole: equal for equal choices. */
  selection: string;
};

/** The SKUs of the page data. */
export function skusOf(data: unknown): unknown[] {
  return list(at(data, 'skuBase.skus'));
}

const propsOf = (data: unknown): unknown[] => list(at(data, 'skuBase.props'), 50);

/** The chosen SKU as the DOM shows it, or the address names it where there is only page data. */
export function readChosen(root: Element | null, url: URL, data: unknown): ChosenOnPage {
  const groups = findAll(nodeOf(root, 'skuArea'), 'skuGroup')
    .map(({ element }) => ({ element, values: findAll(element, 'skuValue') }))
    .filter(({ values }) => values.length > 0);
  if (groups.length === 0) return fromAddress(url, data);
  const picked = groups.map(({ element, values }) => {
    const chosen = values.filter((value) => attr(value.element, 'class').includes('isSelected--'));
    const value = chosen.length === 1 ? (chosen[0]?.element ?? null) : null;
    return {
      option: label(nodeOf(element, 'skuLabel')),
      vid: attr(value, 'data-vid'),
      name: value && tidy(label(nodeOf(value, 'skuText') ?? value)),
    };
  });
  const full = picked.every(({ vid }) => vid);
  return {
    source: 'dom',
    hasOptions: true,
    full,
    // Without the item's own data (after a move) the address is the one to name the chosen SKU.
    skuId: full ? (data ? skuOf(data, picked) : skuIdOf(url)) : null,
    names: picked
      .map(({ name }) => name)
      .filter((name) => name !== null)
      .slice(0, 20),
    selection: picked.map(({ vid }) => vid).join(';'),
  };
}

function fromAddress(url: URL, data: unknown): ChosenOnPage {
  const skus = skusOf(data);
  const skuId = skuIdOf(url);
  const sku = skuId && skus.find((one) => id(at(one, 'skuId')) === skuId);
  const hasOptions = skus.length > 0;
  const none = { hasOptions, full: false, skuId: null, names: [], selection: '' };
  // With variants in the data and none drawn, which is chosen is not known.
  if (!sku) return { ...none, source: hasOptions || !data ? null : 'page-data' };
  const names = namesOf(data, sku);
  return { source: 'url', hasOptions, full: true, skuId, names, selection: skuId };
}

/** The one SKU of the data that these values make; options are matched by name, then by place. */
function skuOf(data: unknown, picked: { option: string; vid: string }[]): string | null {
  const props = propsOf(data);
  const pairs = picked.map(({ option, vid }, index) => {
    const named = props.filter((prop) => textAt(prop, 'name') === option);
    return `${textAt(named.length === 1 ? named[0] : props[index], 'pid')}:${vid}`;
  });
  const wanted = pairs.toSorted().join();
  const [sku, other] = skusOf(data).filter((one) => pathOf(one).toSorted().join() === wanted);
  return other ? null : id(at(sku, 'skuId'));
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
