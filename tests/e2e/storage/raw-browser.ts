import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { NO_NAMES } from '../../../scripts/demo/serve.ts';
import { isRoot, QUIET_SWITCHES, systemChromium } from '../../../scripts/find-chromium.ts';
import { Cdp } from './cdp.ts';

const BUILD =
  process.env['EXTENSION_BUILD'] ??
  fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** The process groups that are running: none of them outlives the tests. */
const RUNNING = new Set<number>();
process.once('exit', () => {
  for (const pid of RUNNING) process.kill(-pid, 'SIGKILL');
});

/** Chromium's two ways to keep IndexedDB. */
export const BACKENDS = {
  default: [],
  sqlite: ['IdbSqliteBackingStore', 'IdbSqliteOnDiskRollout'],
} as const;
export type Backend = keyof typeof BACKENDS;

/** The id that the manifest's key fixes. */
export function extensionId(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    key: string;
  };
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hex.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** A page of the extension, driven by expressions. */
export type RawPage = {
  targetId: string;
  /** Evaluates, waits for a promise, and gives the JSON of it. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};

/** One Chromium with the extension and a profile of its own, that can be killed at any moment. */
export class RawBrowser {
  readonly #process: ChildProcess;
  readonly cdp: Cdp;
  readonly id: string;
  readonly #ended: Promise<void>;

  private constructor(child: ChildProcess, id: string) {
    this.#process = child;
    this.id = id;
    this.cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const { pid } = child;
    if (pid !== undefined) RUNNING.add(pid);
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        if (pid !== undefined) RUNNING.delete(pid);
        resolve();
      });
    });
  }

  static async open(
    extension: string,
    profile: string,
    { backend = 'default', more = [] }: { backend?: Backend; more?: string[] } = {},
  ): Promise<RawBrowser> {
    const features = [...BACKENDS[backend]];
    const args = [
      ...QUIET_SWITCHES,
      NO_NAMES,
      '--headless=new',
      '--remote-debugging-pipe',
      '--disable-gpu',
      '--disable-features=Translate,DisableLoadExtensionCommandLineSwitch',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--user-data-dir=${profile}`,
      ...(features.length === 0 ? [] : [`--enable-features=${features.join(',')}`]),
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...more,
      'about:blank',
    ];
    const child = spawn(systemChromium() ?? chromium.executablePath(), args, {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // A process group of its own: a kill takes the whole browser and nothing else.
      detached: true,
    });
    const browser = new RawBrowser(child, extensionId(extension));
    await browser.cdp.send('Browser.getVersion');
    return browser;
  }

  /** Kills every process of this browser at once, as a power cut of the machine's owner does. */
  async kill(): Promise<void> {
    const { pid } = this.#process;
    if (pid !== undefined && RUNNING.has(pid)) process.kill(-pid, 'SIGKILL');
    await this.#ended;
  }

  /** Closes it as the operator does. */
  async close(): Promise<void> {
    await this.cdp.send('Browser.close').catch(() => undefined);
    await this.#ended;
  }

  /** Opens a page of the extension and attaches to it. */
  async page(path: string): Promise<RawPage> {
    const url = `chrome-extension://${this.id}/${path}`;
    // The extension is loaded a moment after the browser answers; until then its pages are refused.
    for (let tries = 0; ; tries += 1) {
      const { targetId } = await this.cdp.send<{ targetId: string }>('Target.createTarget', {
        url,
      });
      const page = await this.#attach(targetId);
      if (await page.evaluate<boolean>('typeof chrome?.runtime?.sendMessage === "function"')) {
        return page;
      }
      await page.close();
      if (tries > 50) throw new Error(`${url} does not open`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #attach(targetId: string): Promise<RawPage> {
    const { cdp } = this;
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return {
      targetId,
      async evaluate<T>(expression: string): Promise<T> {
        const { result, exceptionDetails } = await cdp.send<{
          result: { value: T };
          exceptionDetails?: { text: string; exception?: { description?: string } };
        }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
        if (exceptionDetails !== undefined) {
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        }
        return result.value;
      },
      async close() {
        await cdp.send('Target.closeTarget', { targetId });
      },
    };
  }

  /** Kills the extension's worker, whatever it is doing; answers whether one was running. */
  async killWorker(): Promise<boolean> {
    const { targetInfos } = await this.cdp.send<{
      targetInfos: { targetId: string; type: string; url: string }[];
    }>('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(this.id),
    );
    if (worker === undefined) return false;
    await this.cdp.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => undefined);
    return true;
  }
}

/** A place of a campaign's own: a copy of the built extension, and where profiles are made. */
export type Place = { extension: string; folder: string; profile: string };

/** Works in such a place, which is gone afterwards. The copy: a campaign of minutes runs one build. */
export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  const extension = join(folder, 'extension');
  cpSync(BUILD, extension, { recursive: true });
  try {
    return await work({ extension, folder, profile: join(folder, 'profile') });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
