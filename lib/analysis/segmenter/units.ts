/** Measures that stay with the number before them (5斤, 3件套), as `g` does in 500g. Own list, November 2026. */
const ONE =
  '件只个支片条双包袋瓶盒罐桶箱卷张套把对粒颗枚块斤克升米寸码岁号层格孔档色年月天代度人座匹瓦键本册页抽提排';
const TWO =
  '件套 件装 斤装 克装 双装 条装 包装 盒装 片装 支装 只装 袋装 瓶装 毫升 厘米 公斤 千克 英寸 个月 周岁 毫安 小时 分钟 平方';

/** Less than a character that stands alone, more than a word: 2包邮 stays 2 and 包邮. */
export const ONE_UNIT_COST = 1600;
export const TWO_UNIT_COST = 1250;

const UNITS = new Set(Array.from(ONE, (unit) => unit.charCodeAt(0)));
/** By the first character of a measure of two: the second ones. */
const PAIRS = new Map<number, string>();
for (const pair of TWO.split(' ')) {
  const first = pair.charCodeAt(0);
  PAIRS.set(first, (PAIRS.get(first) ?? '') + pair.charAt(1));
}

/** Whether a UTF-16 unit is a measure. */
export function isUnit(unit: number): boolean {
  return UNITS.has(unit);
}

/** Whether the two characters at an offset are a measure. */
export function isUnitPair(text: string, at: number): boolean {
  const seconds = PAIRS.get(text.charCodeAt(at));
  return seconds !== undefined && at + 1 < text.length && seconds.includes(text.charAt(at + 1));
}
