import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext } from '@playwright/test';
import { extensionWorker } from '../../../scripts/demo/browser.ts';
import { EXTENSION } from '../../../scripts/build.ts';
import { isRoot, QUIET_SWITCHES, systemChromium } from '../../../scripts/find-chromium.ts';
import { exactly, none, say } from './campaign.ts';
import { PROBE_BACKGROUND_JS, PROBE_HTML, PROBE_JS, PROBE_WORKER_JS, WAYS } from './probe-files.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Long enough for everything that is going to arrive. */
const WAIT_MS = 2500;

/** A server that writes down which way each request came, and serves the probe as a page. */
async function startCounter() {
  const arrived = new Set<string>();
  const sockets = new Set<Socket>();
  const files: Record<string, [type: string, body: string]> = {
    '/probe.html': ['text/html', PROBE_HTML],
    '/probe.js': ['text/javascript', PROBE_JS],
    '/probe-worker.js': ['text/javascript', PROBE_WORKER_JS],
  };
  const note = (path: string) => {
    const way = path.match(/^\/out\/(.+)$/)?.[1];
    if (way !== undefined) arrived.add(way);
  };
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://probe');
    note(pathname);
    const [type, body] = files[pathname] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  server.on('upgrade', (request, socket) => {
    note(request.url ?? '');
    socket.destroy();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    arrived,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** A copy of the built extension with the probe in it, which may ask the counter's host by its manifest. */
function probedExtension(folder: string): string {
  const extension = join(folder, 'extension');
  cpSync(EXTENSION, extension, { recursive: true });
  writeFileSync(join(extension, 'probe.html'), PROBE_HTML);
  writeFileSync(join(extension, 'probe.js'), PROBE_JS);
  writeFileSync(join(extension, 'probe-worker.js'), PROBE_WORKER_JS);
  appendFileSync(join(extension, 'background.js'), PROBE_BACKGROUND_JS);
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push('http://127.0.0.1/*');
  writeFileSync(file, JSON.stringify(manifest));
  return extension;
}

function open(extension: string, profile: string): Promise<BrowserContext> {
  const executablePath = systemChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? { channel: 'chromium' } : { executablePath }),
    headless: true,
    args: [
      ...QUIET_SWITCHES,
      // Nothing but the counter has an address.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(isRoot() ? ['--no-sandbox'] : []),
    ],
  });
}

test('no way leads out of the extension, from packaged files, even to a permitted host', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ways-out-'));
  const counter = await startCounter();
  const context = await open(probedExtension(folder), join(folder, 'profile'));
  try {
    // In an ordinary page every one of them arrives: else its silence would mean nothing.
    const page = await context.newPage();
    await page.goto(`http://${counter.host}/probe.html#${counter.host}`);
    await expect.poll(() => [...counter.arrived].toSorted()).toEqual([...WAYS].toSorted());
    counter.arrived.clear();

    const origin = (await extensionWorker(context)).url().replace(/\/[^/]*$/, '');
    const own = await context.newPage();
    await own.goto(`${origin}/probe.html#${counter.host}`);
    await own.waitForTimeout(WAIT_MS);
    const tried = await own.evaluate(() => Reflect.get(globalThis, 'tried') as object);
    // The packaged worker did run: what it tried was stopped, not it.
    expect(await own.evaluate(() => Reflect.get(globalThis, 'workerRan') as boolean)).toBe(true);
    const asked = await own.evaluate(
      (probe) => chrome.runtime.sendMessage({ probe }),
      counter.host,
    );
    await own.waitForTimeout(WAIT_MS);
    const out = [...counter.arrived];
    say('ways out of packaged files', {
      tried: exactly(Object.keys(tried).length - 1 + 2, WAYS.length),
      'tried by the background': (asked as unknown[]).length,
      arrived: none(out.length),
    });
    expect(out).toEqual([]);
  } finally {
    await context.close();
    await counter.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
