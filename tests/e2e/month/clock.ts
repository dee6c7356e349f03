import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionWorker } from '../../../scripts/demo/browser.ts';

// The built product, unchanged, under a clock that the test sets: its worker and its pages by the
// browser's own tools, its content script, whose world those tools don't reach, by a script of ours
// that runs before it and takes the time from the page.

const CLOCK_SCRIPT = `{
  const Real = Date;
  const start = Real.now();
  const from = Number(document.documentElement.dataset.clock ?? start);
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length === 0 ? [Date.now()] : given)); }
    static now() { return from + Real.now() - start; }
  };
}`;

/** A copy of the built extension whose content script sees the clock that a page carries. */
export function clockedCopy(extension: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'clocked-'));
  cpSync(extension, path, { recursive: true });
  writeFileSync(join(path, 'clock.js'), CLOCK_SCRIPT);
  const manifestPath = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  for (const script of manifest.content_scripts) script.js.unshift('clock.js');
  writeFileSync(manifestPath, JSON.stringify(manifest));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A page that carries its time. */
export function clocked(html: string, atMs: number): string {
  return html.replace('<html ', `<html data-clock="${atMs}" `);
}

/** Sets the worker's clock; it goes on from there. */
export async function setWorkerClock(context: BrowserContext, atMs: number): Promise<void> {
  const worker = await extensionWorker(context);
  await worker.evaluate((from) => {
    type Clocked = typeof globalThis & { RealDate?: DateConstructor };
    const world = globalThis as Clocked;
    world.RealDate ??= Date;
    const Real = world.RealDate;
    const start = Real.now();
    world.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [Date.now()] : given) as [number]));
      }
      static override now() {
        return from + Real.now() - start;
      }
    } as DateConstructor;
  }, atMs);
}

/** Sets the clock of one of the product's own pages. */
export async function setPageClock(page: Page, atMs: number): Promise<void> {
  await page.clock.setFixedTime(atMs);
}
