import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Section } from '../row.ts';
import { passNumber, runFacts } from '../run-facts.ts';

/** Where each bench leaves what it found in each pass. */
export const SECTIONS = join(import.meta.dirname, '..', '..', '..', '.cache', 'reports', 'bench');

/** Keeps what a bench on the built extension found, and prints it. */
export function keepSection(title: string, browser: string, notes: string[], rows: Row[]): void {
  const pass = passNumber();
  const section: Section = { title, pass, notes, rows, run: { ...runFacts(), browser } };
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  mkdirSync(SECTIONS, { recursive: true });
  writeFileSync(join(SECTIONS, `${name}.${pass}.json`), JSON.stringify(section));
}
