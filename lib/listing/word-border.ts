import { characterClass, WORD } from './title-text';

const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Where, in a normalised text, a word may begin or end: `borders[i]` is 1 when the place before
 * unit `i` is a border (0 and the text's end always are). There is none within a run of letters
 * and digits ("ink" in "pink", "30" in "130"), nor within a decimal (30.5) or a thousands group
 * (1,200). A Chinese character beside ASCII is a border.
 */
export function wordBorders(text: string): Uint8Array {
  const borders = new Uint8Array(text.length + 1).fill(1);
  let before = false;
  let joined = false; // the last comma joined a thousands group
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a pair is never a border.
    if (code >= 0xdc00 && code <= 0xdfff) {
      borders[i] = 0;
      continue;
    }
    const isWord = isWordAt(text, i);
    if (isWord && before) borders[i] = 0;
    before = isWord;
    const inNumber =
      i > 0 && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1) || 0);
    if (code === 46 && inNumber) borders[i] = borders[i + 1] = 0;
    if (code === 44) {
      joined = inNumber && joinsThousands(text, i, joined);
      if (joined) borders[i] = borders[i + 1] = 0;
    } else if (!isDigit(code)) joined = false;
  }
  return borders;
}

/** "1,200" and "120,000" are one number, "100,200,300" and "34,35,36" are lists. */
function joinsThousands(text: string, comma: number, joinedBefore: boolean): boolean {
  let right = 0;
  while (isDigit(text.charCodeAt(comma + 1 + right))) right++;
  if (right !== 3) return false;
  let left = 0;
  while (isDigit(text.charCodeAt(comma - 1 - left))) left++;
  return left < 3 || joinedBefore || text.startsWith('000', comma + 1);
}

/** Whether a normalised word begins, and ends, with a letter or digit that needs a border there. */
export function borderNeeds(word: string): { start: boolean; end: boolean } {
  return { start: isWordAt(word, 0), end: isWordAt(word, word.length - 1) };
}

/** Whether the character at that unit (either half of a pair) is a letter or digit with borders. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return false;
  const start = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return characterClass(String.fromCodePoint(text.codePointAt(start) ?? 0)) === WORD;
}

/**
 * Every place where a normalised word stands in a normalised text, at word borders; overlapping
 * ones too. `borders` is `wordBorders(text)`.
 */
export function findWord(text: string, borders: Uint8Array, word: string): number[] {
  if (word === '') return [];
  const needs = borderNeeds(word);
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (needs.start && borders[at] === 0) continue;
    if (needs.end && borders[at + word.length] === 0) continue;
    found.push(at);
  }
  return found;
}
