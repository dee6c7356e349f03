/** What a UTF-16 unit is to the segmenter. */
export const OTHER = 0;
export const HAN = 1;
export const ALNUM = 2;

const ZERO = 0x30;
const FULL_WIDTH_SHIFT = 0xfee0;

/**
 * One unit as the lexicon spells it: full-width ASCII becomes ASCII, capitals small, all else itself.
 * A unit stays one unit, so offsets never move.
 */
export function foldUnit(unit: number): number {
  const ascii = unit >= 0xff01 && unit <= 0xff5e ? unit - FULL_WIDTH_SHIFT : unit;
  return ascii >= 0x41 && ascii <= 0x5a ? ascii + 0x20 : ascii;
}

/** Whether a folded unit is 0 to 9. */
export function isDigit(folded: number): boolean {
  return folded >= ZERO && folded <= 0x39;
}

function classOf(unit: number): number {
  const folded = foldUnit(unit);
  if (folded < 0x80) return isDigit(folded) || (folded >= 0x61 && folded <= 0x7a) ? ALNUM : OTHER;
  // Latin with marks, Greek and Cyrillic are written in words, as ASCII is.
  if ((folded >= 0xc0 && folded < 0x530 && folded !== 0xd7 && folded !== 0xf7) || folded === 0xb5)
    return ALNUM;
  // CJK ideographs with the first extension, compatibility ideographs, 〇. Surrogate pairs (emoji, the rarest
  // ideographs) are OTHER: they belong to no word, so none is ever cut in two.
  if (
    (folded >= 0x3400 && folded <= 0x9fff) ||
    (folded >= 0xf900 && folded <= 0xfaff) ||
    folded === 0x3007
  )
    return HAN;
  // Kana and Hangul: no lexicon word, but letters.
  if (
    (folded >= 0x3041 && folded <= 0x30ff && folded !== 0x30fb) ||
    (folded >= 0xac00 && folded <= 0xd7af)
  )
    return HAN;
  return OTHER;
}

/** By unit: its class plus one, 0 where nobody asked yet; a worker that starts has no time for all of them. */
const CLASSES = new Uint8Array(0x10000);

/** `OTHER`, `HAN` (anything written without spaces) or `ALNUM` for one UTF-16 unit; NaN is `OTHER`. */
export function charClass(unit: number): number {
  const known = CLASSES[unit]!;
  // What is behind a text's end is NaN, and has no place here.
  if (known > 0) return known - 1;
  const kind = classOf(unit);
  CLASSES[unit] = kind + 1;
  return kind;
}
