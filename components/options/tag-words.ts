/** The marks that part words: line ends, tabs, and the commas and semicolons of both languages. */
export const SEPARATOR = /[\n\r\t,，、;；]/;

/** The words with those of a text added: trimmed, cut to `maxLength`, none twice. */
export function withWords(values: readonly string[], text: string, maxLength: number): string[] {
  const next = [...values];
  for (const part of text.split(/[\n\r\t,，、;；]+/)) {
    const word = part.trim().slice(0, maxLength);
    if (word !== '' && !next.includes(word)) next.push(word);
  }
  return next;
}
