import type { Attribute } from '../../listing/snapshot';
import { ATTRIBUTE, tidy } from '../cut';
import { attr, label } from '../dom';
import { at, list, text, textAt } from '../json';
import { dataAt, fresh, vote, type Page, type Vote } from './page';
import { find, findAll, nodeOf } from './selectors';
import { distinct } from './settle';

/** 厂家联系方式, 电话, 手机, 微信: names of attributes that hold a person's contact. */
const CONTACT = /联系|电话|手机号|微信|QQ/i;
/** A phone number, with or without area code and separators. */
const PHONE = /(?<!\d)(?:1[3-9]\d|0\d{2,3}|[48]00)[\s-]?\d{3,4}[\s-]?\d{4}(?!\d)/;

/** The attributes 参数, those that are contacts left out. */
export function readAttributes(page: Page): Vote<Attribute[]>[] {
  const industry = 'plusViewVO.industryParamVO';
  const lists = ['enhanceParamList', 'basicParamList'].flatMap((name) =>
    list(dataAt(page, `${industry}.${name}`)).map((one) =>
      attribute(textAt(one, 'propertyName'), textAt(one, 'valueName')),
    ),
  );
  const infos = list(dataAt(page, 'extensionInfoVO.infos'), 50);
  const base = infos
    .filter((info) => textAt(info, 'type') === 'BASE_PROPS')
    .flatMap((info) => list(at(info, 'items')))
    .map((item) => attribute(textAt(item, 'title'), list(at(item, 'text'), 50).map(text).join()));
  const inData = distinct([...lists, ...base], ({ name }) => name, 300);
  const path = lists.length > 0 ? industry : 'extensionInfoVO.infos';
  const area = find(page.root, 'attributes');
  const drawn = distinct(
    attributeNodes(area?.element ?? null).map(({ name, value }) => attribute(name, value)),
    ({ name }) => name,
    300,
  );
  const isFresh = drawn.length > 0 && fresh(page, 'attributes', drawn);
  return [
    ...vote(page, 'page-data', path, inData.length > 0 ? inData : null),
    ...vote(page, 'dom', area?.css ?? '', isFresh ? drawn : null),
  ];
}

/** The attribute nodes in the page's order. In the emphasised kind the title node is the value. */
export function attributeNodes(
  area: Element | null,
): { element: Element; name: string; value: string }[] {
  return findAll(area, 'attribute').map(({ element }) => {
    const [first, second] = [
      label(nodeOf(element, 'attributeTitle')),
      label(nodeOf(element, 'attributeSubTitle')),
    ];
    return attr(element, 'class').includes('emphasis')
      ? { element, name: second, value: first }
      : { element, name: first, value: second };
  });
}

function attribute(named: string | null, written: string | null): Attribute | null {
  const [name, value] = [tidy(named), tidy(written, ATTRIBUTE)];
  return name && value && !CONTACT.test(name) && !PHONE.test(value) ? { name, value } : null;
}

/** Names an attribute and what it says, so that sources which differ in it do not agree. */
export function attributeKey({ name, value }: Attribute): string {
  return `${name}|${value}`;
}
