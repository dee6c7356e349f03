import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import type { Command } from '../../lib/messaging/commands.ts';
import type { TabAnswer } from '../../lib/messaging/tab-answer.ts';
import { EXTENSION, zipFile } from '../build.ts';
import { ROOT, Trouble } from '../run.mjs';
import {
  ask,
  extensionWorker,
  openBrowser,
  openExtensionPage,
  openPopup,
  tabOf,
} from './browser.ts';
import { addressOf, type DemoListing } from './listing.ts';
import { GATED, MINE, PLAIN, RIVAL } from './listings.ts';
import { answerLines } from './report.ts';
import { demoPages, serveOnly } from './serve.ts';

const SCREENSHOTS = join(ROOT, 'screenshots');
const SHOWN: DemoListing[] = [RIVAL, MINE, PLAIN, GATED];

function hasDisplay(): boolean {
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

async function launch(profile: string, headless: boolean): Promise<BrowserContext> {
  let context: BrowserContext;
  try {
    const size = headless ? { width: 1680, height: 1000 } : null;
    context = await openBrowser({ extension: EXTENSION, profile, headless, size });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Trouble(
      `Chromium did not start (${reason}): close the demo window that is still open, or set CHROME_PATH to another Chromium.`,
    );
  }
  await serveOnly(context, demoPages());
  try {
    await extensionWorker(context);
  } catch {
    await context.close();
    throw new Trouble(
      'This browser does not load the extension: Chrome from version 137 on ignores --load-extension, so set CHROME_PATH to a Chromium.',
    );
  }
  return context;
}

async function command(options: Page, what: Command): Promise<void> {
  const operationId = crypto.randomUUID();
  const answer = await ask(options, 'command', { operationId, command: what });
  if (!answer.ok) throw new Trouble(`The extension refused ${what.kind}: ${answer.failure.code}.`);
}

/** The extension's own command: its restore takes the packaged backup in. */
function loadDemo(options: Page): Promise<void> {
  return command(options, { kind: 'load-demo' });
}

/** Waits until the extension has an answer for the tab that is more than "not yet". */
async function answerFor(options: Page, address: string): Promise<TabAnswer> {
  for (let left = 60; left > 0; left--) {
    const tabId = await tabOf(options, address);
    const answer = await ask<TabAnswer>(options, 'ask-tab', { tabId });
    if (answer.ok && !['not-ready', 'unsupported', 'reload'].includes(answer.value.state)) {
      return answer.value;
    }
    await options.waitForTimeout(250);
  }
  throw new Trouble(`The extension gave no answer for ${address}: please report this.`);
}

async function dockDrawn(page: Page): Promise<void> {
  for (let left = 60; left > 0; left--) {
    const dock = page.frames().find((frame) => frame.url().endsWith('/dock.html'));
    const text = await dock?.evaluate(() => document.body.innerText).catch(() => '');
    if (text !== undefined && text.trim().length > 20) return;
    await page.waitForTimeout(250);
  }
}

async function saveScreenshots(
  context: BrowserContext,
  listing: Page,
  options: Page,
): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await listing.bringToFront();
  await dockDrawn(listing);
  await listing.waitForTimeout(800);
  await listing.screenshot({ path: join(SCREENSHOTS, 'overlay.png') });
  const popup = await openPopup(context);
  await listing.waitForTimeout(1200);
  writeFileSync(join(SCREENSHOTS, 'popup.png'), await popup.screenshot());
  await popup.close();
  await options.bringToFront();
  await options.waitForTimeout(1200);
  await options.screenshot({ path: join(SCREENSHOTS, 'options.png') });
}

function say(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function ownBrowserLines(): string[] {
  const zip = zipFile();
  return [
    '',
    'To use it on the live sites, in your own Chrome or Edge:',
    '  1. open chrome://extensions (edge://extensions) and switch on developer mode',
    `  2. "Load unpacked": ${EXTENSION}`,
    '  3. open one of your listings; this window answers the demo addresses only',
    ...(zip === null ? [] : [`The zip, for other machines: ${relative(ROOT, zip)}`]),
  ];
}

async function openListings(context: BrowserContext): Promise<Page> {
  for (const listing of SHOWN.slice(1)) {
    const page = await context.newPage();
    await page.goto(addressOf(listing));
  }
  const first = await context.newPage();
  await first.goto(addressOf(RIVAL));
  return first;
}

async function showHeadless(): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'demo-'));
  const context = await launch(profile, true);
  try {
    const options = await openExtensionPage(context, 'options.html');
    // Pictures speak the product's first language; a window speaks the machine's.
    await command(options, { kind: 'save-settings', patch: { language: 'zh-CN' } });
    await loadDemo(options);
    const listing = await openListings(context);
    for (const shown of SHOWN) {
      const address = addressOf(shown);
      say(['', ...answerLines(address, await answerFor(options, address))]);
    }
    await saveScreenshots(context, listing, options);
    say([
      '',
      'No display here: screenshots of overlay, popup and options page are in screenshots/.',
    ]);
    say(ownBrowserLines());
    return 0;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function showWindow(): Promise<number> {
  const context = await launch(join(ROOT, '.cache', 'demo-profile'), false);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const options = await openExtensionPage(context, 'options.html');
  await loadDemo(options);
  const listing = await openListings(context);
  await listing.bringToFront();
  say([
    '',
    'The demo is open. Look at:',
    '  · the price and the title of the competitor’s listing: a chip beside each, the dock at the side',
    '  · the other tabs: your own listing, one without promotion, one that the platform hides half of',
    '  · the toolbar button: the popup answers for the tab in front',
    '  · the options page: benchmark, watchlist with nine weeks of history, backup',
    'What you change there is still there after you close this and run npm start again.',
    'The window answers the demo addresses only; please do not log in anywhere in it.',
    ...ownBrowserLines(),
    '',
    'Close the window or press Ctrl+C to end.',
  ]);
  process.once('SIGINT', () => void context.close());
  await closed;
  return 0;
}

/** Shows the demo in a window, or without a display as screenshots and lines. */
export function showDemo(): Promise<number> {
  return hasDisplay() ? showWindow() : showHeadless();
}
