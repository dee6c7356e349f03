/** A row of things that are told apart by number; an array is one. */
export type Numbered<T> = { readonly length: number; at(index: number): T | undefined };

/** Texts as numbers: where each begins and the last one ends, and their UTF-16 units in a row. */
export type PackedTexts = { starts: Int32Array; units: Uint16Array };

/** Units that become text in one call: many more arguments overflow the stack. */
const AT_ONCE = 8192;

/**
 * Texts unit by unit, so that halves of pairs survive too; none may be empty. Where `of` says which
 * of the `known` texts each belongs to, one that equals it takes no units.
 */
export function packTexts(
  texts: Numbered<string>,
  known: Numbered<string>,
  of: Int32Array = new Int32Array(texts.length).fill(-1),
): PackedTexts {
  const starts = new Int32Array(texts.length + 1);
  const isSame = (i: number, text: string) => of[i]! >= 0 && text === known.at(of[i]!);
  let size = 0;
  for (let i = 0; i < texts.length; i++) {
    const text = texts.at(i)!;
    if (text === '') throw new Error('an empty text can be none of the known ones');
    if (!isSame(i, text)) size += text.length;
    starts[i + 1] = size;
  }
  const units = new Uint16Array(size);
  for (let i = 0; i < texts.length; i++) {
    const from = starts[i]!;
    const to = starts[i + 1]!;
    const text = texts.at(i)!;
    for (let at = from; at < to; at++) units[at] = text.charCodeAt(at - from);
  }
  return { starts, units };
}

/**
 * The texts again, each made when it is asked for: an answer shows some hundred of 50,000. Those that
 * take no units are the known ones.
 */
export function packedTexts(
  { starts, units }: PackedTexts,
  known?: Numbered<string>,
  of?: Int32Array,
): Numbered<string> {
  return {
    length: starts.length - 1,
    at(index) {
      const from = starts[index];
      const to = starts[index + 1];
      if (from === undefined || to === undefined) return undefined;
      if (from === to) return known?.at(of?.[index] ?? -1);
      let text = '';
      for (let at = from; at < to; at += AT_ONCE)
        text += String.fromCharCode.apply(
          null,
          units.subarray(at, Math.min(to, at + AT_ONCE)) as never,
        );
      return text;
    },
  };
}
