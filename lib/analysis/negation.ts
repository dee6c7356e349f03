/**
 * Whether a listing's words deny what a phrase says. Chinese puts the denial before (不含酒精,
 * 非防水, 未添加 …) or, in tables, behind (防水：否). Deciding rules, by us, 2026-11:
 * - the denial must stand right before the phrase, but for words that only carry it on (含, 添加,
 *   是, 任何 …), so that 不仅防水, 无论, 非常防水, 无线, 不锈钢 deny nothing;
 * - 不含, 未添加 and their like reach over a list (不含酒精、香精), though not to an item that is
 *   itself a claim (不含酒精、防水);
 * - in doubt it is denied: a denied phrase must never count as made.
 */

const CARRIED_ON =
  '(?:含有?|添加|添|加入?|掺|带有?|有|是|为|属于?|具有|具备|支持|能够?|可以?|会|使用|采用|用|需要?|必|得|再|易|容易|够|很|太|算|真的?|完全|一定|保证|怎么|那么|这么|十分|任何|一丝|丝毫|半点|一点|额外|人工|人造|合成|化学|有害|刺激性?|工业|其[他它]|成分|的|[:：\\s"“”「」『』\'‘’（(])';
const DENIAL =
  '(?:(?<![好差了])不|(?<![南北东西中咖莫除若])非|(?<!有)无|(?<![淹埋沉吞出])没|未|免|勿|拒绝|杜绝|谢绝|禁止|(?<![0-9.])0|(?<![一二三四五六七八九十百千万])零)';
const DENIED_BEFORE = new RegExp(`${DENIAL}${CARRIED_ON}*$`);
const STRONG =
  '(?:不含|不添加|不包含|不使用|不采用|不掺|不涉及|未添加|未使用|未采用|无添加|没有|没添加|(?<![0-9.])0添加|零添加|拒绝|杜绝)';
/** 不含对皮肤有刺激的|酒精 */
const DENIED_WITH_CLAUSE = new RegExp(`${STRONG}[^的]{0,12}的$`);
const STRONG_SOMEWHERE = new RegExp(STRONG);
const BARE_SOMEWHERE = /无|(?<![0-9.])0|零/;
const DOUBLE_DENIAL = /(?:无不|无一不|不得不|不能不|不会不|没有不|莫不|无非)$/;
const QUESTION = new RegExp(`(?:是否|能否|可否|是不是|能不能|会不会|有没有|有无)${CARRIED_ON}*$`);
const YES_BEHIND = /^[^。，,；;]{0,6}?[:：?？]?\s*(?:是|有|可以?|能|支持|会|yes|√|✓|✔)/i;
const DENIED_BEHIND =
  /^(?:含量|成分)?[\s:：]*(?:否|无|没有|不支持|未检出|不含|0添加|零添加|未添加|不可|不能|0|零|×|✗|✘|no|none)\s*(?:$|[。！？!?；;，,、\n\r|)）])/i;
const ENGLISH_BEFORE = /(?:^|[^a-z])(?:no|non|not|without|never|free of|free from|isn't)[\s-]*$/i;
const ENGLISH_BEHIND = /^[\s-]*free(?![a-z])/i;
const CLAUSE_END = /[。！？!?；;，,\n\r|【】]|\.\s/;
const LIST_BREAK = /[、/&·]|以及|和|与|或|及/;
/** How a claim begins, as against an ingredient: denials of ingredients do not reach it. */
const CLAIM = /^[a-z0-9防抗耐可能超高速快透轻柔软舒保加带支多易显百免无不]/i;
/** Values that say no, but for words that merely begin like one. */
const NO_VALUE =
  /^\s*(?:否|无|没|不|未|非|no(?![a-z])|none|n\/a|false|其[他它]$|0\s*$|[-—–/\\×✗✘\s]*$)/i;
const NO_LOOKALIKE =
  /^\s*(?:不锈|不粘|不仅|不只|不易|非常|非遗|无线|无痕|无缝|无纺|无尘|无骨|未来)/;

const WINDOW = 60;

/**
 * Whether the text denies the phrase that stands at its offsets `from` to `to` (raw UTF-16). The
 * phrase's own denial (无荧光剂) is part of it and denies nothing.
 */
export function isDenied(text: string, from: number, to: number): boolean {
  const phrase = plain(text.slice(from, to));
  const before = plain(text.slice(Math.max(0, from - WINDOW), from));
  const after = plain(text.slice(to, to + WINDOW));
  const spaced = before.split(CLAUSE_END).at(-1)!;
  const clause = spaced.replace(/\s+/g, '');
  const rest = after.split(CLAUSE_END)[0]!;
  const items = clause.split(LIST_BREAK);
  const item = items.at(-1)!;

  if (DOUBLE_DENIAL.test(item)) return false;
  if (QUESTION.test(item)) return !YES_BEHIND.test(after);
  // 防不防水 asks, it does not claim.
  if (item.endsWith(`${phrase[0]}不`)) return true;
  if (DENIED_BEFORE.test(item) || DENIED_WITH_CLAUSE.test(item)) return true;
  if (ENGLISH_BEFORE.test(spaced) || ENGLISH_BEHIND.test(after)) return true;
  if (DENIED_BEHIND.test(after)) return true;
  if (CLAIM.test(phrase)) return false;
  if (items.slice(0, -1).some((earlier) => STRONG_SOMEWHERE.test(earlier))) return true;
  // 无酒精香精色素添加
  return BARE_SOMEWHERE.test(clause) && /(?:添加剂?|残留|检出)\s*$/.test(rest);
}

/** Whether an attribute's value says no (否, 无, 不支持, —): its name is then no claim. */
export function saysNo(value: string): boolean {
  const text = plain(value);
  return NO_VALUE.test(text) && !NO_LOOKALIKE.test(text);
}

/** Compatibility forms and unseen characters out of the way; lengths do not matter here. */
function plain(text: string): string {
  return text
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
}
