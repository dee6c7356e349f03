/**
 * Names of the deductions that are a kind of their own: shown apart, never inside the public
 * price. Source: promotion names of public code of one author, read 2026-11, confidence C.
 */
const OWN_KIND_NAMES = /国补|国家补贴|政府补贴|以旧换新|百亿补贴|秒杀|zflj|bybt|hjmssjbt|hjbt/i;

/** Whether a promotion's or ledger step's own words name 国补, 百亿补贴 or 秒杀. */
export function isOwnKind(words: string): boolean {
  return OWN_KIND_NAMES.test(words.normalize('NFKC').replace(/\s+/g, ''));
}
