/** Costs are in hundredths of a nat: 100 × −ln(frequency ÷ all frequencies). */
const NAT = 100;

/** Words about anything, by jieba's tags: nouns, verbs, adjectives, times, places. Names, idioms, numbers and function words stay out. */
const PLAIN_TAGS = new Set(['n', 'nz', 'vn', 'v', 'a', 'an', 'b', 'z', 't', 's', 'd']);
/** Words that end in a head: jieba tags many goods as names or idioms (沙滩裤 `nr`, 四件套 `l`). */
const HEAD_TAGS = new Set(['n', 'nz', 'vn', 'v', 'b', 'a', 'an', 'z', 'nr', 'l', 'j', 'i']);
/** Rarer words without a head, by length, are left out: they cost bytes and cut titles wrong. */
const PLAIN_FLOOR: Record<number, number> = { 2: 10, 3: 80 };
/** Rarer words than this cost the same. */
const LEAST_FREQUENCY = 3;
/** What a word of our own lists counts as, so that it beats its parts. */
const OWN_FREQUENCY = 3000;

const HAN_WORD = /^[\u4e00-\u9fff]{2,3}$/;

export type DictionaryWord = { word: string; frequency: number; tag: string };

/** Reads jieba's dictionary: lines of word, frequency and tag. */
export function readDictionary(text: string): DictionaryWord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', frequency, tag = ''] = line.split(' ');
      return { word: word.toLowerCase(), frequency: Number(frequency), tag };
    });
}

function isChosen({ word, frequency, tag }: DictionaryWord, heads: ReadonlySet<string>): boolean {
  if (!HAN_WORD.test(word)) return false;
  if (heads.has(word.slice(-1))) return HEAD_TAGS.has(tag);
  return PLAIN_TAGS.has(tag) && frequency >= (PLAIN_FLOOR[word.length] ?? Infinity);
}

/** Whether a word of four or more falls into two listed words: then those are the roots (毛呢 + 外套). */
function fallsApart(word: string, listed: ReadonlyMap<string, number>): boolean {
  for (let at = 2; at <= word.length - 2; at++)
    if (listed.has(word.slice(0, at)) && listed.has(word.slice(at))) return true;
  return false;
}

/**
 * The lexicon's words with their costs: of the dictionary, two and three characters that end in a head
 * (one of `heads`: 裤, 鞋, 机) or are common; and all of `own`.
 */
export function chooseWords(
  dictionary: readonly DictionaryWord[],
  own: readonly string[],
  heads: ReadonlySet<string>,
): Map<string, number> {
  const total = dictionary.reduce((sum, { frequency }) => sum + frequency, 0);
  const costOf = (frequency: number) =>
    NAT * Math.log(total / Math.max(frequency, LEAST_FREQUENCY));
  const words = new Map<string, number>();
  for (const entry of dictionary)
    if (isChosen(entry, heads)) words.set(entry.word, costOf(entry.frequency));
  for (const word of own)
    words.set(word, Math.min(words.get(word) ?? Infinity, costOf(OWN_FREQUENCY)));
  for (const word of own) if (word.length > 3 && fallsApart(word, words)) words.delete(word);
  return words;
}
