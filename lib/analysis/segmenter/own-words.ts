import type { Segmenter } from './segmenter';
import { WordTrie } from './word-trie';

/** Longest own word that is looked for, in UTF-16 units; a longer one is a title, no word. */
const MAX_LENGTH = 32;

/** Audience words: they end a keyword (羽绒服女) without making a word of it. */
const AUDIENCE = new Set(['男', '女']);

/**
 * The operator's own words, which beat every other reading of their characters: atomic terms (型号, 品牌)
 * and roots. Case and full-width forms do not matter. Empty and over-long ones are left out.
 */
export function ownWords(words: Iterable<string>): WordTrie {
  const trie = new WordTrie();
  for (const word of words) {
    const clean = word.trim();
    if (clean.length <= MAX_LENGTH) trie.add(clean, 1);
  }
  return trie;
}

/**
 * The bank words that tell the segmenter something: short ones (two to four characters) in which it finds
 * a character that belongs to no word it knows (洞洞鞋, a coined name). Those it splits into known words
 * (羽绒服 + 女, 蓝牙 + 耳机) are left out, because their roots are what is wanted.
 */
export function newBankWords(bank: Iterable<string>, segmenter: Segmenter): string[] {
  const found: string[] = [];
  for (const word of bank) {
    if (word.length < 2 || word.length > 4) continue;
    const pieces = segmenter.segment(word);
    const isNew = ({ from, to }: { from: number; to: number }) =>
      to - from === 1 && !AUDIENCE.has(word.slice(from, to));
    if (pieces.length > 1 && pieces.some(isNew)) found.push(word);
  }
  return found;
}
