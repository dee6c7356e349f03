import { normaliseText, type NormalText } from '../listing/title-text';
import { borderNeeds, wordBorders } from '../listing/word-border';
import type { ListingText } from './listing-texts';
import { isDenied, saysNo } from './negation';
import { scan, TrieBuilder, type Trie } from './trie';

/** A phrase found in a listing: which, in which text, at which raw offsets, and whether denied. */
export type PhraseHit = {
  phrase: number;
  text: ListingText;
  from: number;
  to: number;
  denied: boolean;
};

// A phrase does not reach over these (白、酒红 is no 白酒), unless it has a mark there itself.
const APART = /[。！？!?；;，,、|/\n\r\u2028\u2029]/;
// 十次 in 三十次 is another number.
const HAN_NUMBER =
  /^[零一二两三四五六七八九十百千万]+[次层米年月天个件倍度级元折重款种档格匹升斤克秒小]/;
const HAN_DIGIT = /[零一二两三四五六七八九十百千万点]/;

type Compiled = {
  trie: Trie;
  /** By pattern: the numbers of the phrases with that normalised text. */
  phrasesOf: number[][];
  texts: string[];
  /** By pattern: before which of its units its own spelling has a mark. */
  gaps: Set<number>[];
};

function compile(phrases: readonly string[]): Compiled {
  const builder = new TrieBuilder();
  const phrasesOf: number[][] = [];
  const gaps: Set<number>[] = [];
  phrases.forEach((phrase, number) => {
    const normal = normaliseText(phrase);
    if (normal.text === '') return;
    const pattern = builder.add(normal.text);
    (phrasesOf[pattern] ??= []).push(number);
    const own = (gaps[pattern] ??= new Set<number>());
    for (const at of gapsIn(phrase, normal, 0, normal.text.length)) own.add(at);
  });
  return { trie: builder.finish(), phrasesOf, texts: builder.patterns, gaps };
}

/** The units of a stretch before which the raw text holds something that sets words apart. */
function gapsIn(raw: string, { map }: NormalText, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from + 1; i < to; i++) {
    const end = map.to[i - 1]!;
    const start = map.from[i]!;
    if (start > end && APART.test(raw.slice(end, start))) found.push(i - from);
  }
  return found;
}

/** Phrases compiled last, the newest at the end: listing after listing is held against the same ones. */
const RECENT = new Map<string, Compiled>();
const MOST_RECENT = 4;

/** Compiles, or answers what was compiled of the same phrases in the same order. */
function compiledOnce(phrases: readonly string[]): Compiled {
  // Their lengths too: no phrase can pass for two.
  const key = `${phrases.map(({ length }) => length).join(' ')}\n${phrases.join('')}`;
  const compiled = RECENT.get(key) ?? compile(phrases);
  RECENT.delete(key);
  RECENT.set(key, compiled);
  for (const oldest of [...RECENT.keys()].slice(0, -MOST_RECENT)) RECENT.delete(oldest);
  return compiled;
}

/**
 * Every place where one of the phrases stands in one of the texts, in the order of the texts.
 * NFKC, case and blanks do not matter; ASCII words and numbers match at word borders only (30次 is
 * not in 130次). An attribute's name counts only while its value does not say no.
 */
export function findPhrases(
  phrases: readonly string[],
  texts: readonly ListingText[],
): PhraseHit[] {
  const compiled = compiledOnce(phrases);
  const found: PhraseHit[] = [];
  for (const text of texts) {
    const normal = normaliseText(text.text);
    const borders = wordBorders(normal.text);
    const saysNoText =
      text.nameEnd !== null && saysNo(text.text.slice(text.nameEnd + 1)) ? text.nameEnd : -1;
    scan(compiled.trie, normal.text, (pattern, from, to) => {
      const phrase = compiled.texts[pattern]!;
      const needs = borderNeeds(phrase);
      if ((needs.start && borders[from] === 0) || (needs.end && borders[to] === 0)) return;
      if (from > 0 && HAN_NUMBER.test(phrase) && HAN_DIGIT.test(normal.text[from - 1]!)) return;
      const own = compiled.gaps[pattern]!;
      if (gapsIn(text.text, normal, from, to).some((at) => !own.has(at))) return;
      const rawFrom = normal.map.from[from]!;
      const rawTo = normal.map.to[to - 1]!;
      const denied = rawTo <= saysNoText || isDenied(text.text, rawFrom, rawTo);
      for (const number of compiled.phrasesOf[pattern]!)
        found.push({ phrase: number, text, from: rawFrom, to: rawTo, denied });
    });
  }
  return found;
}
