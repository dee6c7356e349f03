import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Span } from '../../lib/analysis/coverage-result';
import { keepFigure } from '../figures.ts';
import { labelledTitles, TITLES } from '../unit/segmenter/labelled-titles';
import { score } from '../unit/segmenter/score-words';
import { LEXICON_FILE, shippedSegmenter } from '../unit/segmenter/shipped-segmenter';

/** Not a dependency's name that the compiler must find: without the package the comparison is skipped. */
const PEER: string = 'jieba-wasm';
type Jieba = { cut(text: string, hmm: boolean): string[] };

function spansOf(pieces: readonly string[]): Span[] {
  let end = 0;
  return pieces.map((piece) => ({ from: end, to: (end += piece.length) }));
}

it('keeps product words whole as often as jieba-wasm, and crosses at most half as many', async (context) => {
  const titles = labelledTitles();
  const jieba = await import(PEER).then((peer: Jieba) => peer).catch(() => null);
  if (titles === null || jieba === null) {
    const reason = titles === null ? `no labelled titles at ${TITLES}` : `${PEER} is not installed`;
    process.stdout.write(`skipped: ${reason}\n`);
    const value = `no: ${reason}`;
    keepFigure({ campaign: 'segmenter', figure: 'compared', value, limit: null, met: true });
    context.skip(reason);
    return;
  }
  const intl = new Intl.Segmenter('zh', { granularity: 'word' });
  const segmenter = shippedSegmenter();
  const ours = score(titles, (text) => segmenter.segment(text));
  const heldOut = score(
    titles.filter((_, at) => at % 2 === 1),
    (text) => segmenter.segment(text),
  );
  const theirs = score(titles, (text) => spansOf(jieba.cut(text, true)));
  const engine = score(titles, (text) =>
    spansOf(Array.from(intl.segment(text), ({ segment }) => segment)),
  );
  const packed = gzipSync(readFileSync(LEXICON_FILE), { level: 9 }).length;
  process.stdout.write(`${JSON.stringify({ ours, heldOut, theirs, engine, packed })}\n`);
  for (const [of, figures] of Object.entries({ 'all titles': ours, 'held-out titles': heldOut })) {
    const keep = (figure: string, value: number, limit: string, met: boolean) =>
      keepFigure({ campaign: `segmenter, ${of}`, figure, value: value.toFixed(4), limit, met });
    const { whole, cross } = figures;
    const least = Math.max(theirs.whole, 1.7 * engine.whole);
    keep('product words kept whole', whole, `at least ${least.toFixed(4)}`, whole >= least);
    const most = theirs.cross / 2;
    keep('product words crossed', cross, `at most ${most.toFixed(4)}`, cross <= most);
  }
  for (const figures of [ours, heldOut]) {
    expect(figures.whole).toBeGreaterThanOrEqual(theirs.whole);
    expect(figures.whole).toBeGreaterThanOrEqual(1.7 * engine.whole);
    expect(figures.cross).toBeLessThanOrEqual(theirs.cross / 2);
  }
});
