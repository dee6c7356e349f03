import type { Attribute } from '../../listing/snapshot';
import { ATTRIBUTE, short } from '../cut';
import { all, attr, label } from '../dom';
import { at, listAt, text, textAt } from '../json';
import { component, dataVote, domVote, type Field, type Page, type Vote } from './page';
import { find, SELECTORS } from './selectors';

/** 厂家联系方式, 电话, 手机 … : names of attributes that hold a person's contact. */
const CONTACT = /联系|电话|手机|微信|QQ/i;
/** A phone number, with or without area code and separators. */
const PHONE =
  /(?:^|\D)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]\d{7,8}|400[\s-]?\d{3}[\s-]?\d{4})(?:\D|$)/;

/** The attributes 参数, those that are contacts left out. */
export function readAttributes(page: Page): Field<Attribute[]> {
  return { votes: [...fromData(page), ...fromDom(page)], why: 'absent' };
}

function fromData(page: Page): Vote<Attribute[]>[] {
  const industry = 'plusViewVO.industryParamVO';
  const lists = ['enhanceParamList', 'basicParamList'].flatMap((name) =>
    listAt(page.data, `${industry}.${name}`, 300).map((one) =>
      attribute(textAt(one, 'propertyName'), textAt(one, 'valueName')),
    ),
  );
  const infos = component(page, 'extensionInfoVO');
  const base = listAt(infos.value, 'infos', 50)
    .filter((info) => textAt(info, 'type') === 'BASE_PROPS')
    .flatMap((info) => listAt(info, 'items', 300))
    .map((item) => {
      const values = listAt(item, 'text', 50).map((one) => text(one));
      return attribute(textAt(item, 'title'), values.filter((one) => one !== null).join(','));
    });
  const known = at(page.data, industry) !== undefined || base.length > 0;
  const path = lists.length > 0 ? industry : `${infos.path}.infos`;
  const found = distinct([...lists, ...base]);
  return known && found.length > 0 ? dataVote(page, found, path) : [];
}

function fromDom(page: Page): Vote<Attribute[]>[] {
  const area = find(page.document, 'attributes');
  if (area === null) return [];
  const read = attributeNodes(area.element).map(({ name, value }) => attribute(name, value));
  const found = distinct(read);
  return found.length === 0 ? [] : domVote(page, 'attributes', found, area.css);
}

/** The attribute nodes in the page's order. In the emphasised kind the title node is the value. */
export function attributeNodes(
  area: Element,
): { element: Element; name: string | null; value: string | null }[] {
  const [emphasis] = SELECTORS.emphasisAttribute[0];
  const [general] = SELECTORS.generalAttribute[0];
  return all(area, `${emphasis},${general}`, 300).map((element) => {
    const first = label(find(element, 'attributeTitle')?.element ?? null);
    const second = label(find(element, 'attributeSubTitle')?.element ?? null);
    return attr(element, 'class')?.includes('emphasis')
      ? { element, name: second, value: first }
      : { element, name: first, value: second };
  });
}

function attribute(name: string | null, value: string | null): Attribute | null {
  const [words, says] = [short(name), short(value, ATTRIBUTE)];
  if (words === null || says === null || CONTACT.test(words) || PHONE.test(says)) return null;
  return { name: words, value: says };
}

/** The first of each name, at most as many as a snapshot holds. */
function distinct(read: (Attribute | null)[]): Attribute[] {
  const found = new Map<string, Attribute>();
  for (const one of read) if (one !== null && !found.has(one.name)) found.set(one.name, one);
  return [...found.values()].slice(0, 300);
}

/** Names an attribute and what it says, so that sources which differ in a value do not agree. */
export function attributeKey(one: Attribute): string {
  return `${one.name}|${one.value}`;
}
