import type { Attribute } from '../../listing/snapshot';
import { ATTRIBUTE, tidy } from '../cut';
import { at, list, asText, textAt } from '../json';
import { dataAt, drawn, rowsOf, vote, type Listing, type Vote } from './listing';
import { distinct } from './settle';

/** 厂家联系方式, 电话, 手机, 微信: names of attributes that hold a person's contact. */
const CONTACT = /联系|电话|手机号|微信|QQ/i;
/** A phone number, with or without area code and separators. */
const PHONE = /(?<!\d)(?:1[3-9]\d|0\d{2,3}|[48]00)[\s-]?\d{3,4}[\s-]?\d{4}(?!\d)/;

/** The attributes 参数, those that are contacts left out. */
export function readAttributes(listing: Listing): Vote<Attribute[]>[] {
  const industry = 'plusViewVO.industryParamVO';
  const lists = ['enhanceParamList', 'basicParamList'].flatMap((name) =>
    list(dataAt(listing, `${industry}.${name}`)).map((one) =>
      attribute(textAt(one, 'propertyName'), textAt(one, 'valueName')),
    ),
  );
  const infos = list(dataAt(listing, 'extensionInfoVO.infos'), 50);
  const base = infos
    .filter((info) => textAt(info, 'type') === 'BASE_PROPS')
    .flatMap((info) => list(at(info, 'items')))
    .map((item) => attribute(textAt(item, 'title'), list(at(item, 'text'), 50).map(asText).join()));
  const path = lists.length > 0 ? industry : 'extensionInfoVO.infos';
  const rows = rowsOf(listing.seen, 'attribute');
  return [
    ...vote(listing, 'page-data', path, byName([...lists, ...base])),
    ...drawn(
      listing,
      'attribute',
      byName(rows.map(([name = '', value = '']) => attribute(name, value))),
    ),
  ];
}

function byName(attributes: (Attribute | null)[]): Attribute[] | null {
  const found = distinct(attributes, ({ name }) => name, 300);
  return found.length > 0 ? found : null;
}

function attribute(named: string | null, written: string | null): Attribute | null {
  const [name, value] = [tidy(named), tidy(written, ATTRIBUTE)];
  return name && value && !CONTACT.test(name) && !PHONE.test(value) ? { name, value } : null;
}

/** Names an attribute and what it says, so that sources which differ in it do not agree. */
export function attributeKey({ name, value }: Attribute): string {
  return `${name}|${value}`;
}
