import { chromium, type BrowserContext, type Page, type Worker } from 'playwright';
import { isRoot, QUIET_SWITCHES, systemChromium } from '../find-chromium.ts';
import { NO_NAMES } from './serve.ts';

/** Stands in functions that run in the extension's own pages and worker. */
declare const chrome: typeof import('wxt/browser').browser;

export type BrowserOptions = {
  extension: string;
  /** The folder of the profile; '' for one that is thrown away. */
  profile: string;
  headless: boolean;
  /** The window's inner size; null lets the window have its own. */
  size: { width: number; height: number } | null;
  dark?: boolean;
  /** The browser's own language; left out, it is that of the machine. */
  language?: 'zh-CN' | 'en';
};

/** Opens a Chromium with the extension loaded and every name unresolvable. */
export async function openBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const executablePath = systemChromium();
  const { language } = options;
  return chromium.launchPersistentContext(options.profile, {
    // Chromium on Linux takes its language from the environment, elsewhere from the switch.
    ...(language === undefined
      ? {}
      : { env: { ...process.env, LANGUAGE: language.replace('-', '_') }, locale: language }),
    ...(executablePath === null ? { channel: 'chromium' } : { executablePath }),
    headless: options.headless,
    viewport: options.size,
    colorScheme: options.dark === true ? 'dark' : 'light',
    args: [
      ...QUIET_SWITCHES,
      NO_NAMES,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      // Wide enough for the dock to stand open beside the page; a window manager may still say less.
      ...(options.size === null ? ['--window-size=1680,1050', '--window-position=0,0'] : []),
      '--disable-features=Translate',
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...(language === undefined ? [] : [`--lang=${language}`]),
    ],
  });
}

/** The extension's background worker, started now or already running. */
export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
}

/** A page of the extension, opened in a tab. */
export async function openExtensionPage(context: BrowserContext, path: string): Promise<Page> {
  const worker = await extensionWorker(context);
  const page = await context.newPage();
  await page.goto(new URL(path, worker.url()).href);
  return page;
}

/** What the extension's background answers to one of its own pages. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: { code: string } };

/** Asks the background as a page of the extension does, in the messenger's own envelope. */
export async function ask<T>(page: Page, type: string, data: unknown): Promise<Answer<T>> {
  return page.evaluate(
    async ([messageType, payload]) => {
      const message = { id: Date.now(), type: messageType, data: payload, timestamp: Date.now() };
      const reply = await chrome.runtime.sendMessage(message);
      if (reply === undefined || reply.err !== undefined) throw new Error(JSON.stringify(reply));
      return reply.res;
    },
    [type, data] as const,
  );
}

/** The id of the tab that shows the address, from a page of the extension; null: no such tab. */
export async function tabOf(page: Page, address: string): Promise<number | null> {
  return page.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url?.startsWith(url))?.id ?? null;
  }, address);
}

/** The real popup, opened from the toolbar button over whatever tab is in front. */
export type Popup = {
  evaluate<T>(expression: string): Promise<T>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
};

/**
 * Opens the popup as the toolbar button does. Playwright shows no page for it, so it is driven
 * through the browser's own protocol.
 */
export async function openPopup(context: BrowserContext): Promise<Popup> {
  const worker = await extensionWorker(context);
  const browser = context.browser();
  if (browser === null) throw new Error('this browser has no protocol of its own');
  await worker.evaluate(async () => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await chrome.action.openPopup();
      } catch (error) {
        if (tries > 20 || !String(error).includes('active browser window')) throw error;
        // Without a screen no window may be the active one. It becomes that as by a click on it.
        const { id } = await chrome.windows.getLastFocused();
        await chrome.windows.update(id!, { focused: true });
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  });
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const target = targetInfos.find((info) => info.url.endsWith('/popup.html'));
  if (target === undefined) throw new Error('the popup did not open');
  const { sessionId } = await cdp.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let lastId = 0;
  const send = (method: string, params: object): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const listen = (event: { message: string }) => {
        const answer = JSON.parse(event.message) as {
          id?: number;
          result?: Record<string, unknown>;
          error?: { message: string };
        };
        if (answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', listen);
        if (answer.result === undefined) reject(new Error(answer.error?.message));
        else resolve(answer.result);
      };
      cdp.on('Target.receivedMessageFromTarget', listen);
      const message = JSON.stringify({ id, method, params });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return {
    async evaluate<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as { result: { value: T }; exceptionDetails?: { text: string } };
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value;
    },
    async screenshot() {
      const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as {
        data: string;
      };
      return Buffer.from(data, 'base64');
    },
    async close() {
      await cdp.send('Target.closeTarget', { targetId: target.targetId });
      await cdp.detach();
    },
  };
}
