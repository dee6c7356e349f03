import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { Benchmark } from '../../../lib/benchmark/benchmark.ts';
import type { Keyword } from '../../../lib/benchmark/keyword.ts';
import { ask, openBrowser, openExtensionPage } from '../../../scripts/demo/browser.ts';
import { demoPages, pageKey, serveOnly } from '../../../scripts/demo/serve.ts';

/** The built extension; another one can be named while that is being built. */
export const EXTENSION =
  process.env['BENCH_EXTENSION'] ??
  join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');

/** A folder without a manifest: the browser says so in its log and goes on. */
const NO_EXTENSION = join(tmpdir(), 'no-such-extension');

/** A fresh browser with the extension, its options page, and the pages it is served. */
export class Stage {
  readonly profile: string;
  readonly pages = demoPages();
  context!: BrowserContext;
  options!: Page;

  constructor(profile = mkdtempSync(join(tmpdir(), 'bench-'))) {
    this.profile = profile;
  }

  /** Opens the browser; null: without any extension, and then there is no options page. */
  async start(extension: string | null = EXTENSION): Promise<this> {
    this.context = await openBrowser({
      extension: extension ?? NO_EXTENSION,
      profile: this.profile,
      headless: true,
      size: { width: 1680, height: 1000 },
      language: 'en',
    });
    await serveOnly(this.context, this.pages);
    if (extension !== null) this.options = await openExtensionPage(this.context, 'options.html');
    return this;
  }

  async end(keepProfile = false): Promise<void> {
    await this.context.close();
    if (!keepProfile) rmSync(this.profile, { recursive: true, force: true });
  }

  get browser(): string {
    return `Chromium/${this.context.browser()?.version() ?? 'unknown'}`;
  }

  serve(address: string, html: string): void {
    this.pages.set(pageKey(address), html);
  }

  /** One of the operator's commands; its failure is the bench's. */
  async command(command: object): Promise<void> {
    const operationId = crypto.randomUUID();
    const answer = await ask(this.options, 'command', { operationId, command });
    if (!answer.ok) throw new Error(`${JSON.stringify(command).slice(0, 100)}: not taken`);
  }

  async loadDemo(): Promise<void> {
    await this.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
    await this.command({ kind: 'load-demo' });
  }

  /** A benchmark with these keywords. */
  async addBenchmark(id: string, keywords: Keyword[], pinned: string[] = []): Promise<void> {
    const benchmark: Benchmark = {
      id,
      name: id,
      role: null,
      pinnedListingIds: pinned,
      shopIds: [],
      categoryWords: [],
      sellingPoints: [],
      ladder: { dailyFen: null, promoFen: null, memberFen: null, floorFen: null },
      scoreThresholds: [],
      titleLimitUnits: 60,
      nearWindow: 6,
    };
    await this.command({ kind: 'save-benchmark', benchmark, baseRevision: null });
    await this.command({ kind: 'save-keywords', benchmarkId: id, keywords, baseRevision: null });
  }

  /** Ends the worker as the browser does with an idle one; what it had in memory is gone. */
  async stopWorker(): Promise<void> {
    const session: CDPSession = await this.context.newCDPSession(this.options);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await this.options.waitForTimeout(300);
  }

  /** How long the background takes to answer one message after the other, ms, seen from a page. */
  times(type: string, data: unknown, count: number): Promise<number[]> {
    return this.options.evaluate(
      async ([messageType, payload, times]) => {
        const taken: number[] = [];
        for (let n = 0; n < times; n++) {
          const message = { id: n, type: messageType, data: payload, timestamp: Date.now() };
          const start = performance.now();
          const reply = await chrome.runtime.sendMessage(message);
          taken.push(performance.now() - start);
          if (reply?.res?.ok !== true) throw new Error(JSON.stringify(reply).slice(0, 200));
        }
        return taken;
      },
      [type, data, count] as const,
    );
  }
}

/** Stands in functions that run in the extension's own pages. */
declare const chrome: typeof import('wxt/browser').browser;
