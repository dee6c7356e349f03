import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import type { Span } from '../../../lib/analysis/coverage-result';

const Row = z.object({
  title: z.string(),
  words: z.array(
    z.object({ from: z.number(), to: z.number(), kind: z.enum(['product', 'brand', 'other']) }),
  ),
});
export type LabelledTitle = z.infer<typeof Row>;

/** Where the labelled titles lie; they are read there and nothing of them is in the project. */
export const TITLES = join(
  process.env['YARDSTICK_TITLES'] ?? join(import.meta.dirname, '../../../../shared/domain/titles'),
  'labelled.jsonl',
);

/** All labelled titles, null where they are absent. */
export function labelledTitles(): LabelledTitle[] | null {
  if (!existsSync(TITLES)) return null;
  const lines = readFileSync(TITLES, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => Row.parse(JSON.parse(line)));
}

/** Of all labelled product words: the share kept as one word, and the share with a wrong border, 0 to 1. */
export type Score = { words: number; whole: number; cross: number };

/** Scores a segmenter; a word is whole where a cut stands at both its ends and none within. */
export function score(
  titles: readonly LabelledTitle[],
  segment: (text: string) => readonly Span[],
): Score {
  let words = 0;
  let whole = 0;
  let cross = 0;
  for (const { title, words: labels } of titles) {
    const cuts = new Set([0, title.length]);
    for (const { from, to } of segment(title)) cuts.add(from).add(to);
    for (const { from, to, kind } of labels) {
      if (kind !== 'product') continue;
      words++;
      if (!cuts.has(from) || !cuts.has(to)) cross++;
      else {
        let at = from + 1;
        while (at < to && !cuts.has(at)) at++;
        if (at === to) whole++;
      }
    }
  }
  return { words, whole: whole / words, cross: cross / words };
}
