import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import { ask, extensionWorker, openExtensionPage } from '../../../scripts/demo/browser.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { RIVAL } from '../../../scripts/demo/listings.ts';
import { demoPages, pageKey } from '../../../scripts/demo/serve.ts';
import { EXTENSION } from '../../../scripts/build.ts';
import { isRoot, QUIET_SWITCHES, systemChromium } from '../../../scripts/find-chromium.ts';
import { entry, Trouble } from '../../../scripts/run.mjs';
import { keepFigure } from '../../figures.ts';
import { startCountingProxy, type Asked } from './counting-proxy.ts';
import { STOPS, type Tour } from './tour.ts';

// node tests/long/soak/run.ts [minutes]   60 unless told; the built extension in .output is used

/** Between two stops: an operator's pace, and little of the machine. */
const PAUSE_MS = 2500;
/**
 * The browser's own errands, switched off as far as it lets one: it connects to the host of a page
 * ahead of the page's own answer, asks for updates, and looks who is signed in.
 */
const SILENT = ['--disable-features=Translate,OptimizationHints,AutofillServerCommunication'];
const SILENT_PREFERENCES = {
  net: { network_prediction_options: 2 },
  signin: { allowed: false, allowed_on_next_startup: false },
};
const WHOLE_MINUTES = 60;
const CONTROL = 'control.invalid';

function minutesAsked(): number {
  const minutes = Number(process.argv[2] ?? WHOLE_MINUTES);
  if (!(minutes > 0)) throw new Trouble('How many minutes? A number above 0, or nothing for 60.');
  return minutes;
}

/** What the browser asked for, by host, for people. */
function byHost(asked: readonly Asked[]): string {
  const counts = new Map<string, number>();
  for (const { host } of asked) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts].map(([host, count]) => `${host} ${count}`).join(', ') || 'nothing';
}

/** A browser all of whose traffic goes to the proxy; `extension` null for one without. */
function openBehind(port: number, extension: string | null, profile: string) {
  const executablePath = systemChromium();
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(SILENT_PREFERENCES));
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? { channel: 'chromium' } : { executablePath }),
    headless: true,
    viewport: { width: 1680, height: 1000 },
    args: [
      ...QUIET_SWITCHES,
      `--proxy-server=http://127.0.0.1:${port}`,
      // Not even the machine itself is reached around the proxy.
      '--proxy-bypass-list=<-loopback>',
      ...(extension === null
        ? []
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      ...SILENT,
      ...(isRoot() ? ['--no-sandbox'] : []),
    ],
  });
}

/** The demo pages are answered in the browser; every other address goes on to the proxy. */
async function serveDemo(context: BrowserContext): Promise<void> {
  const pages = demoPages();
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && pages.has(pageKey(url.href)),
    (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: pages.get(pageKey(route.request().url())) ?? '',
      }),
  );
}

/**
 * The same browser without the extension, on a listing page that it loads once a minute: what it
 * asks for is the browser's own errand, and the extension answers for everything else.
 */
async function startBare(folder: string) {
  const proxy = await startCountingProxy();
  const context = await openBehind(proxy.port, null, join(folder, 'bare'));
  await serveDemo(context);
  const page = await context.newPage();
  const visit = () => void page.goto(addressOf(RIVAL)).catch(() => {});
  visit();
  const timer = setInterval(visit, 60_000);
  return {
    asked: proxy.asked,
    close: async () => {
      clearInterval(timer);
      await context.close();
      await proxy.close();
    },
  };
}

async function soak(minutes: number, folder: string): Promise<number> {
  // A copy: a build that is made meanwhile changes nothing under the browser.
  const extension = join(folder, 'extension');
  cpSync(EXTENSION, extension, { recursive: true });
  const bare = await startBare(folder);
  const proxy = await startCountingProxy();
  const context = await openBehind(proxy.port, extension, join(folder, 'profile'));
  const fromOurs: string[] = [];
  context.on('request', (request) => {
    const address = request.url();
    if (/^(https?|wss?):/.test(address) && !request.isNavigationRequest()) fromOurs.push(address);
  });
  try {
    const worker = await extensionWorker(context);
    const origin = new URL(worker.url()).href.replace(/\/[^/]*$/, '');
    await serveDemo(context);
    const own = await openExtensionPage(context, 'options.html');
    for (const command of [
      { kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } },
      { kind: 'load-demo' },
    ])
      await ask(own, 'command', { operationId: crypto.randomUUID(), command });
    const listing = await context.newPage();
    const tour: Tour = { context, listing, own, origin };

    const endMs = Date.now() + minutes * 60_000;
    const done = new Map<string, number>();
    let failed = 0;
    for (let i = 0; Date.now() < endMs; i += 1) {
      const stop = STOPS[i % STOPS.length];
      if (stop === undefined) break;
      try {
        await stop.does(tour);
        done.set(stop.name, (done.get(stop.name) ?? 0) + 1);
      } catch (error) {
        failed += 1;
        const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
        console.log(`${stop.name}: ${why ?? ''}`);
      }
      await listing.waitForTimeout(PAUSE_MS);
      if (i % 100 === 99)
        console.log(`${i + 1} stops, asked for: ${byHost(proxy.asked)}, ours ${fromOurs.length}`);
    }
    const errands = new Set(bare.asked.map(({ host }) => host));
    const ours = proxy.asked.filter(({ host }) => !errands.has(host));
    console.log(`asked for: ${byHost(proxy.asked)}; without the extension: ${byHost(bare.asked)}`);

    const inside = [...fromOurs];
    // The counter counts: a page's own request arrives; the extension's is stopped before it.
    await listing.evaluate((host) => fetch(`https://${host}/page`).catch(() => null), CONTROL);
    await own.evaluate((host) => fetch(`https://${host}/own`).catch(() => null), CONTROL);
    const control = proxy.asked.filter(({ host }) => host.startsWith(CONTROL)).length;

    const stops = [...done.values()].reduce((sum, count) => sum + count, 0);
    const isAllSeen = done.size === STOPS.length;
    const asked = ours.length + inside.length;
    const isMet = asked === 0 && control === 1 && isAllSeen;
    const value = `${asked} in ${minutes} min, ${stops} stops of ${STOPS.length} kinds`;
    keepFigure({
      campaign: 'soak',
      figure: 'requests by the extension, counted by a proxy',
      value,
      limit: '0',
      met: isMet && minutes >= WHOLE_MINUTES,
    });
    for (const { host, what } of ours) console.log(`  ${host} ${what}`);
    for (const address of inside) console.log(`  ${address}`);
    console.log(`${value}; stops that failed ${failed}; control arrived ${control}`);
    return isMet ? 0 : 1;
  } finally {
    await context.close();
    await proxy.close();
    await bare.close();
  }
}

await entry(async () => {
  const minutes = minutesAsked();
  if (minutes >= WHOLE_MINUTES) process.env['CAMPAIGN'] = 'whole';
  if (!existsSync(EXTENSION)) throw new Trouble('Build the extension first: npm run build.');
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  try {
    return await soak(minutes, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
