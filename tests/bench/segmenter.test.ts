import init, { cut } from 'jieba-wasm/web';
import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { intlGapSplitter } from '../../lib/analysis/segmenter/gaps';
import { parseLexicon } from '../../lib/analysis/segmenter/lexicon';
import { makeSegmenter, piecesOf } from '../../lib/analysis/segmenter/segmenter';
import { timeRatio } from './segmenter-alternate';
import { madeTitles, realTitles } from './segmenter-titles';

const text = await commands.readFile('public/lexicon.txt');
const engine = new Intl.Segmenter('zh', { granularity: 'word' });

/** What the peers answer goes here, so that no work is optimised away. */
let sink = 0;

/** Asks the engine anew about each gap: kept answers must not flatter titles that come round again. */
const forgetful = (gap: string) => Array.from(engine.segment(gap), ({ index }) => index);

function report(figure: string, value: unknown): void {
  // eslint-disable-next-line no-console -- the bench's output
  console.info(`${figure} ${JSON.stringify(value)}`);
}

const readyFrom = performance.now();
const lexicon = parseLexicon(text)!;
const segmenter = makeSegmenter(null, lexicon, forgetful);
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

it('P3: is ready in a tenth of the time that jieba-wasm takes', () => {
  report('P3', { ready, peerReady, ratio: ready / peerReady });
  expect(ready).toBeLessThanOrEqual(0.1 * peerReady);
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
    if (titles === null) return report(`P1 ${name}`, 'no titles, or the server may not read them');
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
    const figures = {
      intl: timeRatio(ours, intl),
      intlKept: timeRatio(oursKept, intl),
      jieba: timeRatio(ours, jieba),
    };
    report(`P1 ${name}`, figures);
    expect(figures.intl.high).toBeLessThanOrEqual(0.5);
    expect(figures.jieba.high).toBeLessThanOrEqual(0.25);
  },
);

it.each(corpora)(
  'P8: counts the roots of 100 titles in 0.6 of the time (%s titles)',
  (name, titles) => {
    if (titles === null) return report(`P8 ${name}`, 'no titles, or the server may not read them');
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
    const ratio = timeRatio(ours, intl);
    report(`P8 ${name}`, ratio);
    expect(ratio.high).toBeLessThanOrEqual(0.6);
  },
);
