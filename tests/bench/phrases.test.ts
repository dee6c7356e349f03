import { afterAll, expect, it } from 'vitest';
import { listingTexts } from '../../lib/analysis/listing-texts';
import { findPhrases } from '../../lib/analysis/phrase-finder';
import { scan, TrieBuilder } from '../../lib/analysis/trie';
import { normaliseText } from '../../lib/listing/title-text';
import { reading, sampleSnapshot } from '../fixtures/sample-snapshot';
import { hardWords, syntheticBank, syntheticTitles } from './matching-bank';
import { includesLoop, indexOfMatches } from './naive-loops';
import { digestOf, writeSection, type Row } from './results';
import { medianOf, quantileOf } from './row';
import { timeRatio } from './segmenter-alternate';

/** As many words as a list of forbidden ones, and as many phrases as selling points may have. */
const FORBIDDEN = 10_000;
const PHRASES = 2000;
const CALLS = 200;

const phrases = syntheticBank(PHRASES).map(({ word }) => word);
const words = [...new Set([...phrases, ...hardWords(FORBIDDEN)])].map(
  (word) => normaliseText(word).text,
);
const detail = syntheticTitles(800, 5).join(' ').slice(0, 18_000);
const [title = ''] = syntheticTitles(1, 13);
const snapshot = sampleSnapshot({
  title: reading(title, 'item.title'),
  attributes: reading(
    syntheticTitles(40, 23).map((text, n) => ({ name: `参数${n}`, value: text.slice(0, 24) })),
    'props',
  ),
  detail: reading({ text: detail, imageCount: 0, imagesOnly: false }, 'detail'),
});
const texts = listingTexts(snapshot);
const normal = texts.map(({ text }) => normaliseText(text).text);
const rows: Row[] = [];
let sink = 0;

afterAll(async () => {
  const digest = await digestOf([...words, ...normal]);
  await writeSection(
    'Selling points',
    [
      `${FORBIDDEN} words of shared heads and ${PHRASES} phrases over title, ${snapshot.attributes.value?.length} attributes, detail text of 50 KB, promotions and SKU names; synthetic, SHA-256 ${digest}; every answer met the oracle of indexOf first.`,
    ],
    rows,
  );
});

it('P6: looks for 12,000 words in all texts of a listing, against the includes loop', () => {
  const builder = new TrieBuilder();
  for (const word of words) if (word !== '') builder.add(word);
  const trie = builder.finish();
  const { patterns } = builder;
  for (const text of normal) {
    const found: string[] = [];
    scan(trie, text, (pattern, from) => found.push(`${from} ${patterns[pattern]}`));
    expect(found.toSorted()).toEqual(indexOfMatches(patterns, text));
  }
  const ours = () => {
    for (const text of normal) scan(trie, text, (_, from, to) => (sink += to - from));
  };
  const loop = () => {
    for (const text of normal) sink += includesLoop(patterns, text);
  };
  const ratio = timeRatio(ours, loop);
  const times = Array.from({ length: CALLS }, () => {
    const start = performance.now();
    ours();
    return performance.now() - start;
  });
  const figure = `scan all texts of a listing, ${patterns.length} words`;
  const p95 = quantileOf(times, 0.95);
  const value = `${medianOf(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  rows.push({ target: 'P6', figure, value, ratio, limit: 0.05, peer: 'loop of includes' });
  rows.push({ target: 'P6', figure: `${figure}: p95`, value, ratio: null, limit: 1, time: p95 });
}, 120_000);

it('P6: finds 2,000 phrases with borders, denials and places, as the checklist does', () => {
  const found = findPhrases(phrases, texts);
  // Presence, by the plain loop: what is found stands there, and what does not stand there is not found.
  const there = phrases.filter((phrase) =>
    normal.some((text) => text.includes(normaliseText(phrase).text)),
  );
  const names = new Set(found.map(({ phrase }) => phrases[phrase]));
  expect(there.length).toBeGreaterThan(100);
  expect([...names].every((name) => there.includes(name!))).toBe(true);
  expect(names.size).toBeGreaterThan(0.9 * there.length);
  const ours = () => (sink += findPhrases(phrases, texts).length);
  const loop = () => {
    const plain = texts.map(({ text }) => normaliseText(text).text);
    for (const text of plain) sink += includesLoop(phrases, text);
  };
  rows.push({
    target: 'P6',
    figure: `${PHRASES} phrases with borders, denials and evidence (${found.length} found)`,
    value: '',
    ratio: timeRatio(ours, loop),
    limit: null,
    peer: 'loop of includes over the same texts, normalised first; it tells presence only',
  });
}, 120_000);
