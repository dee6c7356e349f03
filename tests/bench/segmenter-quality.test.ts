import init, { cut } from 'jieba-wasm/web';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import type { Span } from '../../lib/analysis/coverage-result';
import { intlGapSplitter } from '../../lib/analysis/segmenter/gaps';
import { parseLexicon } from '../../lib/analysis/segmenter/lexicon';
import { makeSegmenter } from '../../lib/analysis/segmenter/segmenter';
import { score, type Score } from '../unit/segmenter/score-words';
import { digestOf, writeSection, type Row } from './results';
import type { Ratio } from './row';
import { labelledTitles } from './segmenter-titles';

const lexicon = parseLexicon(await commands.readFile('public/lexicon.txt'))!;
const segmenter = makeSegmenter(null, lexicon, intlGapSplitter());
const engine = new Intl.Segmenter('zh', { granularity: 'word' });
const titles = await labelledTitles();
const rows: Row[] = [];

const PEERS = [
  ['jieba-wasm', (text: string) => spansOf(cut(text, true))],
  [
    'Intl.Segmenter',
    (text: string) => spansOf(Array.from(engine.segment(text), ({ segment }) => segment)),
  ],
] as const;
/** How many of our product words there are at least for one of each peer's (P2). */
const LEAST_WHOLE = { 'jieba-wasm': 1, 'Intl.Segmenter': 1.7 };

function spansOf(pieces: readonly string[]): Span[] {
  let end = 0;
  return pieces.map((piece) => ({ from: end, to: (end += piece.length) }));
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const once = (value: number): Ratio => ({
  low: value,
  median: value,
  high: value,
  best: value,
  rounds: 1,
});

beforeAll(async () => void (await init()));

afterAll(async () => {
  const of =
    titles === null
      ? 'The labelled titles do not lie beside the project: nothing was measured.'
      : `${titles.length} real titles with labelled product words, SHA-256 ${await digestOf(titles.map(({ title }) => title))}; ${lexicon.words} words in the lexicon, none taken from these titles. Held out: every second one, by index.`;
  await writeSection('Segmenter quality', [of], rows);
});

function record(figure: string, value: string, ratio: number, limit: number | null, peer: string) {
  rows.push({ target: 'P2', figure, value, ratio: once(ratio), limit, peer });
}

it('P2: keeps product words whole, and crosses their borders less than others do', () => {
  if (titles === null) return;
  const parts = [
    ['all titles', titles],
    ['held-out titles', titles.filter((_, at) => at % 2 === 1)],
  ] as const;
  for (const [name, list] of parts) {
    const ours = score(list, (text) => segmenter.segment(text));
    expect(ours.words).toBeGreaterThan(4000);
    for (const [peer, segment] of PEERS) {
      const theirs: Score = score(list, segment);
      const shown = (mine: number, other: number) => `${percent(mine)}, theirs ${percent(other)}`;
      record(
        `theirs kept whole for one of ours, ${name}`,
        shown(ours.whole, theirs.whole),
        theirs.whole / ours.whole,
        1 / LEAST_WHOLE[peer],
        peer,
      );
      record(
        `words with a wrong border, ${name}`,
        shown(ours.cross, theirs.cross),
        ours.cross / theirs.cross,
        peer === 'jieba-wasm' ? 0.5 : null,
        peer,
      );
    }
  }
});
