/** Measures that stay with the number before them (5斤, 3件套), as `g` does in 500g. Own list, November 2026. */
const ONE =
  '件只个支片条双包袋瓶盒罐桶箱卷张套把对粒颗枚块斤克升米寸码岁号层格孔档色年月天代度人座匹瓦键本册页抽提排';
const TWO =
  '件套 件装 斤装 克装 双装 条装 包装 盒装 片装 支装 只装 袋装 瓶装 毫升 厘米 公斤 千克 英寸 个月 周岁 毫安 小时 分钟 平方';

/** Less than a character that stands alone, more than a word: 2包邮 stays 2 and 包邮. */
export const ONE_UNIT_COST = 1600;
export const TWO_UNIT_COST = 1250;

const UNITS = new Set(ONE);
const PAIRS = new Set(TWO.split(' '));

/** Whether the one or two characters at an offset are a measure. */
export function hasUnit(text: string, at: number, length: 1 | 2): boolean {
  return length === 1 ? UNITS.has(text.charAt(at)) : PAIRS.has(text.slice(at, at + 2));
}
