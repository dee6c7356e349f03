import { commands } from 'vitest/browser';
import type { Row, RunFacts, Section } from './row';

/** What the bench's configuration knows of the run. */
declare const BENCH_RUN: Omit<RunFacts, 'browser'> & { pass: number };

export type { Row } from './row';

/**
 * Keeps what a bench found in this pass and prints it. `tests/bench/table.ts` makes the table of
 * all passes and judges it.
 */
export async function writeSection(title: string, notes: string[], rows: Row[]): Promise<void> {
  const browser = /Chrom\w*\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'Chromium';
  const { pass, ...facts } = BENCH_RUN;
  const section: Section = { title, pass, notes, rows, run: { ...facts, browser } };
  // oxlint-disable-next-line no-console -- the bench's output
  for (const row of rows) console.info(JSON.stringify(row));
  const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  await commands.writeFile(`.cache/reports/bench/${name}.${pass}.json`, JSON.stringify(section));
}

/** SHA-256 of the texts that were measured with, in hex, cut to 16 digits. */
export async function digestOf(texts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(texts.join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
