import { describe, expect, it } from 'vitest';
import { labelledTitles, TITLES } from './labelled-titles';
import { score } from './score-words';
import { shippedSegmenter } from './shipped-segmenter';

/** jieba-wasm 2.4.0 with its HMM on these titles, measured by tests/long/segmenter-peers.test.ts in November 2026. */
const JIEBA = { whole: 0.6867, cross: 0.0896 };

const titles = labelledTitles();
const shipped = shippedSegmenter();

describe('scoring', () => {
  const title = { title: '女连衣裙 新款', words: [{ from: 1, to: 4, kind: 'product' as const }] };
  const of = (...cuts: [number, number][]) =>
    score([title], () => cuts.map(([from, to]) => ({ from, to })));

  it('tells whole, split and crossed words apart', () => {
    expect(of([0, 1], [1, 4], [5, 7])).toEqual({ words: 1, whole: 1, cross: 0 });
    expect(of([0, 1], [1, 2], [2, 4], [5, 7])).toEqual({ words: 1, whole: 0, cross: 0 });
    expect(of([0, 2], [2, 4], [5, 7])).toEqual({ words: 1, whole: 0, cross: 1 });
    expect(of([0, 4], [5, 7])).toEqual({ words: 1, whole: 0, cross: 1 });
  });
});

describe('labelled titles', () => {
  it('keeps product words whole as often as jieba, and crosses at most half as many', (context) => {
    if (titles === null) {
      const reason = `no labelled titles at ${TITLES} (YARDSTICK_TITLES)`;
      process.stdout.write(`skipped: ${reason}\n`);
      context.skip(reason);
      return;
    }
    const ours = score(titles, (text) => shipped.segment(text));
    expect(ours.words).toBeGreaterThan(9000);
    expect(ours.whole).toBeGreaterThanOrEqual(JIEBA.whole);
    expect(ours.cross).toBeLessThanOrEqual(JIEBA.cross / 2);
  });
});
