/** Texts as numbers: how long each is, and their UTF-16 units in a row. */
export type PackedTexts = { lengths: Uint16Array; units: Uint16Array };

/** The length of a text that is just the one it is compared with; no text is that long. */
const SAME = 0xffff;
/** Units that become text in one call: many more arguments overflow the stack. */
const AT_ONCE = 8192;

/**
 * Texts unit by unit, so that halves of pairs survive too. Where `of` says which of the `known`
 * texts each belongs to, one that equals it takes no units.
 */
export function packTexts(
  texts: readonly string[],
  known: readonly string[],
  of: Int32Array = new Int32Array(texts.length).fill(-1),
): PackedTexts {
  const lengths = new Uint16Array(texts.length);
  let size = 0;
  texts.forEach((text, i) => {
    if (text.length >= SAME) throw new Error('a text too long to be packed');
    lengths[i] = text === known[of[i]!] ? SAME : text.length;
    if (lengths[i] !== SAME) size += text.length;
  });
  const units = new Uint16Array(size);
  let at = 0;
  texts.forEach((text, i) => {
    if (lengths[i] === SAME) return;
    for (let unit = 0; unit < text.length; unit++) units[at++] = text.charCodeAt(unit);
  });
  return { lengths, units };
}

/** The texts again; those that equal a known one are that very text. */
export function unpackTexts(
  { lengths, units }: PackedTexts,
  known: readonly string[],
  of?: Int32Array,
): string[] {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE)
    parts.push(String.fromCharCode.apply(null, units.subarray(at, at + AT_ONCE) as never));
  const all = parts.join('');
  const texts: string[] = [];
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!;
    texts.push(length === SAME ? known[of?.[i] ?? -1]! : all.slice(at, at + length));
    if (length !== SAME) at += length;
  }
  return texts;
}
