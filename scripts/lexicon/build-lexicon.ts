import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, Trouble } from '../run.mjs';
import { chooseWords, readDictionary } from './choose-words.ts';
import { packLexicon } from './pack-trie.ts';
import { readWordLists } from './word-lists.ts';

// Writes public/lexicon.txt: node scripts/lexicon/build-lexicon.ts [path of jieba's dict.txt]

/** jieba's dictionary (MIT) as @node-rs/jieba carries it. */
const DICTIONARY = join(ROOT, 'node_modules', '@node-rs', 'jieba', 'dict.txt');
/** In hundredths of a nat. A lone character costs more than any word; a compound little more than its stem. */
const SETTINGS = { unknown: 1700, join: 1000, pair: 1000 };

const path = process.argv[2] ?? DICTIONARY;
if (!existsSync(path)) throw new Trouble(`No dictionary at ${path}: give its path.`);
const { own, loose, heads, closers } = readWordLists();
const words = chooseWords(readDictionary(readFileSync(path, 'utf8')), own, new Set(heads));
const text = packLexicon(words, loose, { ...SETTINGS, closers });
writeFileSync(join(ROOT, 'public', 'lexicon.txt'), text);
const kb = (bytes: number) => (bytes / 1024).toFixed(1);
process.stdout.write(
  `${words.size} words (${own.length} of our own), ${kb(Buffer.byteLength(text))} KB, ` +
    `${kb(gzipSync(text, { level: 9 }).length)} KB packed\n`,
);
