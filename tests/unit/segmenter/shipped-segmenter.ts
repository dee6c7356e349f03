import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intlGapSplitter } from '../../../lib/analysis/segmenter/gaps';
import { parseLexicon } from '../../../lib/analysis/segmenter/lexicon';
import { ownWords } from '../../../lib/analysis/segmenter/own-words';
import { makeSegmenter, piecesOf } from '../../../lib/analysis/segmenter/segmenter';

/** The resource file as it ships. */
export const LEXICON_FILE = join(import.meta.dirname, '../../../public/lexicon.txt');

/** The shipped lexicon, read anew. */
export function shippedLexicon() {
  const lexicon = parseLexicon(readFileSync(LEXICON_FILE, 'utf8'));
  if (lexicon === null) throw new Error('public/lexicon.txt is no lexicon');
  return lexicon;
}

/** The segmenter as the product uses it, with these own words. */
export function shippedSegmenter(own: string[] = []) {
  return makeSegmenter(ownWords(own), shippedLexicon(), intlGapSplitter());
}

/** The pieces of a text, parted by `|`. */
export function cut(text: string, segmenter = shippedSegmenter()): string {
  return piecesOf(text, segmenter.segment(text)).join('|');
}
