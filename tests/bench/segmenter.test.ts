import init, { cut } from 'jieba-wasm/web';
import { afterAll, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { intlGaps, intlGapSplitter } from '../../lib/analysis/segmenter/gaps';
import { parseLexicon } from '../../lib/analysis/segmenter/lexicon';
import { makeSegmenter, piecesOf } from '../../lib/analysis/segmenter/segmenter';
import { digestOf, writeSection, type Row } from './results';
import { timeRatio, type Ratio } from './segmenter-alternate';
import { madeTitles, realTitles } from './segmenter-titles';

const text = await commands.readFile('public/lexicon.txt');
const engine = new Intl.Segmenter('zh', { granularity: 'word' });

/** What the peers answer goes here, so that no work is optimised away. */
let sink = 0;

const rows: Row[] = [];

function record(target: string, figure: string, ratio: Ratio, limit: number, peer: string): void {
  rows.push({ target, figure, value: '', ratio, limit, peer });
}

const readyFrom = performance.now();
const lexicon = parseLexicon(text)!;
// Asks the engine anew about each gap: kept answers must not flatter titles that come round again.
const segmenter = makeSegmenter(null, lexicon, intlGaps());
segmenter.segment('法式连衣裙女');
const ready = performance.now() - readyFrom;
const peerFrom = performance.now();
await init();
cut('法式连衣裙女', true);
const peerReady = performance.now() - peerFrom;

const corpora = [
  ['made', madeTitles(400)],
  ['real', await realTitles(400)],
] as const;

afterAll(async () => {
  const digests = await Promise.all(
    corpora.map(async ([name, titles]) =>
      titles === null ? `no ${name} titles in this run` : `${name} ${await digestOf(titles)}`,
    ),
  );
  const note = `400 titles each; SHA-256 of them: ${digests.join(', ')}. Whole words and borders (P2) stand under Segmenter quality.`;
  await writeSection('Segmenter', [note], rows);
});

it('P3: is ready in a tenth of the time that jieba-wasm takes', () => {
  const one = ready / peerReady;
  const ratio = { low: one, median: one, high: one, best: one, rounds: 1 };
  record('P3', 'ready from nothing', ratio, 0.1, 'jieba-wasm');
  expect(ready).toBeGreaterThan(0);
});

it('cuts as the pieces say, before it is timed', () => {
  for (const [, titles] of corpora) {
    for (const title of titles ?? []) {
      const known = segmenter.segment(title);
      expect(piecesOf(title, known).join('')).toBe(title);
    }
  }
});

it.each(corpora)(
  'P1: cuts a title in half the time of Intl.Segmenter (%s titles)',
  (name, titles) => {
    if (titles === null) return;
    const kept = makeSegmenter(null, lexicon, intlGapSplitter());
    const ours = () => {
      for (const title of titles) segmenter.segment(title);
    };
    const oursKept = () => {
      for (const title of titles) kept.segment(title);
    };
    const intl = () => {
      for (const title of titles) for (const { index } of engine.segment(title)) sink += index;
    };
    const jieba = () => {
      for (const title of titles) sink += cut(title, true).length;
    };
    record('P1', `cut a ${name} title`, timeRatio(ours, intl), 0.5, 'Intl.Segmenter');
    record(
      'P1',
      `cut a ${name} title, gaps kept`,
      timeRatio(oursKept, intl),
      0.5,
      'Intl.Segmenter',
    );
    record('P1', `cut a ${name} title`, timeRatio(ours, jieba), 0.25, 'jieba-wasm');
    expect(sink).toBeGreaterThan(0);
  },
);

it.each(corpora)(
  'P8: counts the roots of 100 titles in 0.6 of the time (%s titles)',
  (name, titles) => {
    if (titles === null) return;
    const page = titles.slice(0, 100);
    const count = (roots: (title: string) => string[]) => {
      const counts = new Map<string, number>();
      for (const title of page)
        for (const root of new Set(roots(title))) counts.set(root, (counts.get(root) ?? 0) + 1);
      sink += counts.size;
    };
    const ours = () => {
      count((title) => segmenter.segment(title).map(({ from, to }) => title.slice(from, to)));
    };
    const intl = () =>
      count((title) => Array.from(engine.segment(title), ({ segment }) => segment));
    record('P8', `roots of 100 ${name} titles`, timeRatio(ours, intl), 0.6, 'Intl.Segmenter');
    expect(sink).toBeGreaterThan(0);
  },
);
