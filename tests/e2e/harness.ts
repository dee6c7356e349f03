import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Frame, type Page } from '@playwright/test';
import type { Inspection } from '../../lib/inspection/inspection.ts';
import type { TabAnswer } from '../../lib/messaging/tab-answer.ts';
import { ask, openBrowser, openExtensionPage, tabOf } from '../../scripts/demo/browser.ts';
import { addressOf, type DemoListing } from '../../scripts/demo/listing.ts';
import { demoPages, pageKey, serveOnly } from '../../scripts/demo/serve.ts';

/** The build that is driven; another folder where several builds are made at once. */
const EXTENSION =
  process.env['YARDSTICK_BUILD'] ??
  fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export type Size = { width: number; height: number };

/** One browser with the extension, the pages that it is served, and what it asked for. */
export class Shop {
  /** The built extension; a test may take a copy of it. */
  extension = EXTENSION;
  readonly profile = mkdtempSync(join(tmpdir(), 'e2e-'));
  /** Address → page; a test adds its own. */
  readonly pages = demoPages();
  /** Every address that anybody asked for and that is not one of the pages. */
  readonly refused: string[] = [];
  /** Uncaught errors and console lines of the pages, our frames' included. */
  readonly noise: string[] = [];
  #context: BrowserContext | null = null;
  #options: Page | null = null;

  get context(): BrowserContext {
    if (this.#context === null) throw new Error('the browser is not open');
    return this.#context;
  }

  async start(size: Size = { width: 1680, height: 1000 }, dark = false): Promise<void> {
    this.#context = await openBrowser({
      extension: this.extension,
      profile: this.profile,
      headless: true,
      size,
      dark,
      language: 'en',
    });
    await serveOnly(this.context, this.pages, (address) => this.refused.push(address));
    this.context.on('weberror', (error) => this.noise.push(error.error().message));
    this.context.on('console', (line) => this.noise.push(line.text()));
    this.#options = await openExtensionPage(this.context, 'options.html');
  }

  /** Closes the browser and opens it again on the same profile. */
  async restart(): Promise<void> {
    await this.context.close();
    await this.start();
  }

  async end(): Promise<void> {
    await this.#context?.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** The options page, in a tab of its own from the start. */
  get options(): Page {
    if (this.#options === null) throw new Error('the browser is not open');
    return this.#options;
  }

  /** Sends one of the operator's commands; a failure fails the test. */
  async command(command: object): Promise<void> {
    const operationId = crypto.randomUUID();
    const answer = await ask(this.options, 'command', { operationId, command });
    expect(answer, JSON.stringify(command).slice(0, 200)).toMatchObject({ ok: true });
  }

  /** The demo in Chinese: benchmark, watchlists, weeks of history. */
  async loadDemo(): Promise<void> {
    await this.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
    await this.command({ kind: 'load-demo' });
  }

  async open(listing: DemoListing | string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(typeof listing === 'string' ? listing : addressOf(listing));
    await page.bringToFront();
    return page;
  }

  /** Serves a page at an address. */
  serve(address: string, html: string): void {
    this.pages.set(pageKey(address), html);
  }

  /** What the extension says now of the tab at an address. */
  async answerNow(address: string): Promise<TabAnswer> {
    const tabId = await tabOf(this.options, address);
    const answer = await ask<TabAnswer>(this.options, 'ask-tab', { tabId });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value;
  }

  /** Waits for an answer of the given state. */
  async answer<S extends TabAnswer['state']>(
    address: string,
    state: S,
  ): Promise<Extract<TabAnswer, { state: S }>> {
    await expect.poll(async () => (await this.answerNow(address)).state).toBe(state);
    const answer = await this.answerNow(address);
    if (answer.state !== state) throw new Error(`${state} turned into ${answer.state}`);
    return answer as Extract<TabAnswer, { state: S }>;
  }

  async inspection(address: string): Promise<Inspection> {
    return (await this.answer(address, 'inspected')).inspection;
  }
}

/** The extension's own frames in a page, by what they are. */
export function frameOf(page: Page, name: 'dock' | 'title-chip' | 'price-chip'): Frame | null {
  const ending = {
    dock: '/dock.html',
    'title-chip': '/chip.html#title',
    'price-chip': '/chip.html#price',
  };
  return page.frames().find((frame) => frame.url().endsWith(ending[name])) ?? null;
}

/** Where a frame stands in the window, null while it is not shown. */
export async function shownRect(frame: Frame | null) {
  if (frame === null) return null;
  try {
    const element = await frame.frameElement();
    const shown = await element.evaluate((node) => {
      const style = getComputedStyle(node as Element);
      return style.opacity !== '0' && style.visibility === 'visible' && style.display !== 'none';
    });
    return shown ? await element.boundingBox() : null;
  } catch (error) {
    // It went away while we looked.
    if (frame.isDetached() || /detached|closed/.test(String(error))) return null;
    throw error;
  }
}

/** Waits until the dock is shown, and gives its frame. */
export async function dockOf(page: Page): Promise<Frame> {
  await expect.poll(async () => shownRect(frameOf(page, 'dock'))).not.toBeNull();
  const dock = frameOf(page, 'dock');
  if (dock === null) throw new Error('the dock has gone');
  return dock;
}

/** A test with a browser of its own. */
export const test = base.extend<{ size: Size; shop: Shop }>({
  size: [{ width: 1680, height: 1000 }, { option: true }],
  shop: async ({ size }, hand) => {
    const shop = new Shop();
    await shop.start(size);
    await hand(shop);
    await shop.end();
  },
});
export { expect };
