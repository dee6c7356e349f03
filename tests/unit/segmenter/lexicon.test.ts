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
    const word = fc.string({ unit, minLength: 2, maxLength: 5 });
    // 5,000 more characters, so that distances of all widths occur.
    const wide = Array.from({ length: 5000 }, (_, at): [string, number] => [
      `一${String.fromCharCode(0x4e00 + at)}`,
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
          expect(Math.abs(lexicon!.valueOf(w) - cost)).toBeLessThanOrEqual(100);
        }
        const longer = words.map((w) => `${w}鞋`).filter((w) => !costs.has(w));
        expect(longer.filter((w) => lexicon!.valueOf(w) !== 0)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('marks loose words', () => {
    const lexicon = parseLexicon(
      pack(
        [
          ['加绒', 800],
          ['阔腿', 900],
        ],
        ['加绒'],
      ),
    )!;
    expect(lexicon.valueOf('加绒') & LOOSE).toBe(LOOSE);
    expect(lexicon.valueOf('加绒') & COST).toBe(800);
    expect(lexicon.valueOf('阔腿') & LOOSE).toBe(0);
  });

  it('is refused when it was cut off or is something else', () => {
    const text = pack([
      ['裤子', 800],
      ['鞋子', 900],
      ['鞋带扣', 1000],
    ]);
    for (let end = 0; end < text.length; end++) expect(parseLexicon(text.slice(0, end))).toBeNull();
    const others = ['', '{}', 'null\n', '[]\n', text.replace('"step"', '"stop"'), `${text}\n`];
    for (const other of others) expect(parseLexicon(other)).toBeNull();
    expect(parseLexicon(text)?.valueOf('鞋带扣')).toBeGreaterThan(0);
  });

  it('loses at most words when its lines are damaged', () => {
    const text = pack([
      ['裤子', 800],
      ['裤带扣', 900],
      ['裤袜', 1000],
    ]);
    const body = text.indexOf('\n') + 1;
    fc.assert(
      fc.property(
        fc.integer({ min: body, max: text.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, unit) => {
          const lexicon = parseLexicon(text.slice(0, at) + unit + text.slice(at + 1));
          expect(lexicon?.valueOf('裤子') ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('ships within its budget of 120 KB with the code (3 KB)', () => {
    expect(gzipSync(readFileSync(LEXICON_FILE), { level: 9 }).length).toBeLessThan(117 * 1024);
    expect(shippedLexicon().words).toBeGreaterThan(55_000);
  });

  it('holds each of our own words that does not fall into two', () => {
    const { own, loose, heads, closers } = readWordLists();
    const lexicon = shippedLexicon();
    const missing = own.filter((word) => lexicon.valueOf(word) === 0);
    expect(own.length).toBeLessThanOrEqual(MOST_OWN_WORDS);
    expect(missing.filter((word) => word.length < 4)).toEqual([]);
    expect(loose.filter((word) => lexicon.valueOf(word) < LOOSE)).toEqual([]);
    for (const closer of closers)
      expect([
        closer,
        heads.includes(closer),
        lexicon.closers[lexicon.trie.symbolOf(closer.charCodeAt(0))],
      ]).toEqual([closer, true, 1]);
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
