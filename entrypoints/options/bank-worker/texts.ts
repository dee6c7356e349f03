import type { Texts } from './bank-messages';

/** Texts in one piece. */
export function joinTexts(texts: readonly string[]): Texts {
  const ends = new Int32Array(texts.length);
  let end = 0;
  texts.forEach((text, at) => {
    end += text.length;
    ends[at] = end;
  });
  return { joined: texts.join(''), ends };
}

/** One of the texts. */
export function textAt({ joined, ends }: Texts, at: number): string {
  return joined.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
}
