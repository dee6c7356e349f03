import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COST, LOOSE, parseLexicon } from '../../../lib/analysis/segmenter/lexicon';
import { chooseWords } from '../../../scripts/lexicon/choose-words.ts';
import { packLexicon } from '../../../scripts/lexicon/pack-trie.ts';
import { MOST_OWN_WORDS, readWordLists } from '../../../scripts/lexicon/word-lists.ts';
import { LEXICON_FILE, shippedLexicon } from './shipped-segmenter';

const SETTINGS = { unknown: 1700, join: 1000, pair: 1000, closers: '裤鞋' };
const pack = (words: [string, number][], loose: string[] = []) =>
  packLexicon(new Map(words), loose, SETTINGS);

describe('the resource file', () => {
  it('gives back every word with its cost, and no other', () => {
    const unit = fc.integer({ min: 0x4e00, max: 0x6200 }).map((code) => String.fromCharCode(code));
    const word = fc.string({ unit, minLength: 1, maxLength: 5 });
    // 5,000 more characters, so that distances of all widths occur.
    const wide = Array.from({ length: 5000 }, (_, at): [string, number] => [
      String.fromCharCode(0x4e00 + at),
      700,
    ]);
    fc.assert(
      fc.property(fc.uniqueArray(word), (words) => {
        const costs = new Map([
          ...wide,
          ...words.map((w, at): [string, number] => [w, 700 + (at % 4) * 200]),
        ]);
        const lexicon = parseLexicon(packLexicon(costs, [], SETTINGS));
        expect(lexicon?.words).toBe(costs.size);
        for (const [w, cost] of costs) {
          const node = lexicon!.trie.find(w);
          expect(Math.abs(lexicon!.trie.values[node]! - cost)).toBeLessThanOrEqual(100);
        }
        const longer = words.map((w) => `${w}鞋`).filter((w) => !costs.has(w));
        expect(longer.filter((w) => lexicon!.trie.values[lexicon!.trie.find(w)] ?? 0)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('marks loose words', () => {
    const { trie } = parseLexicon(
      pack(
        [
          ['加绒', 800],
          ['阔腿', 900],
        ],
        ['加绒'],
      ),
    )!;
    expect(trie.values[trie.find('加绒')]! & LOOSE).toBe(LOOSE);
    expect(trie.values[trie.find('加绒')]! & COST).toBe(800);
    expect(trie.values[trie.find('阔腿')]! & LOOSE).toBe(0);
  });

  it('is refused whole when it is damaged', () => {
    const text = pack(
      [
        ['裤', 800],
        ['裤子', 900],
        ['鞋子', 900],
        ['鞋带扣', 1000],
      ],
      ['鞋子'],
    );
    const trieEnd = text.lastIndexOf('\n', text.length - 2);
    for (let end = 0; end < trieEnd; end++) expect(parseLexicon(text.slice(0, end))).toBeNull();
    for (const bad of [
      '',
      '{}',
      'null\n',
      '[]',
      text.replace('"step"', '"stop"'),
      text.replace('"words":4', '"words":5'),
    ])
      expect(parseLexicon(bad)).toBeNull();
    expect(parseLexicon(text)).not.toBeNull();
  });

  it('ships within its budget of 120 KB with the code (3 KB)', () => {
    expect(gzipSync(readFileSync(LEXICON_FILE), { level: 9 }).length).toBeLessThan(117 * 1024);
    expect(shippedLexicon().words).toBeGreaterThan(60_000);
  });

  it('holds each of our own words that does not fall into two', () => {
    const { own, loose, heads, closers } = readWordLists();
    const { trie, closers: shipped } = shippedLexicon();
    const missing = own.filter((word) => !(trie.values[trie.find(word.toLowerCase())] ?? 0));
    expect(own.length).toBeLessThanOrEqual(MOST_OWN_WORDS);
    expect(missing.filter((word) => word.length < 4)).toEqual([]);
    expect(loose.filter((word) => trie.values[trie.find(word)]! < LOOSE)).toEqual([]);
    for (const closer of closers)
      expect([closer, heads.includes(closer), shipped[closer.charCodeAt(0)]]).toEqual([
        closer,
        true,
        1,
      ]);
  });
});

describe('choosing words of the dictionary', () => {
  const heads = new Set(['裤']);
  const words = (entries: [string, number, string][], own: string[] = []) => [
    ...chooseWords(
      entries.map(([word, frequency, tag]) => ({ word, frequency, tag })),
      own,
      heads,
    ).keys(),
  ];

  it('takes goods whatever their frequency, other words when common', () => {
    expect(
      words([
        ['沙滩裤', 3, 'nr'],
        ['沙滩', 300, 'n'],
        ['沙砾', 3, 'n'],
        ['但是', 9000, 'c'],
        ['张三裤', 3, 'ns'],
      ]),
    ).toEqual(['沙滩裤', '沙滩']);
  });

  it('leaves out an own word that falls into two listed ones', () => {
    expect(
      words(
        [
          ['毛呢', 90, 'n'],
          ['外套', 90, 'n'],
        ],
        ['毛呢外套', '马面裙'],
      ),
    ).toEqual(['毛呢', '外套', '马面裙']);
  });
});
