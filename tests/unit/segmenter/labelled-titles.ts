import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';

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
