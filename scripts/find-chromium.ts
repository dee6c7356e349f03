import { existsSync } from 'node:fs';

/**
 * Where a Chromium that loads unpacked extensions from the command line usually lies. Branded
 * Chrome is not among them: from version 137 on it ignores `--load-extension`.
 */
const USUAL_PLACES: Record<string, string[]> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/lib/chromium/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  win32: [
    `${process.env['LOCALAPPDATA'] ?? ''}\\Chromium\\Application\\chrome.exe`,
    `${process.env['ProgramFiles'] ?? ''}\\Chromium\\Application\\chrome.exe`,
  ],
};

/** A Chromium that is on this machine: `CHROME_PATH` first; null where there is none. */
export function systemChromium(): string | null {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') return named;
  return (USUAL_PLACES[process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}

/** True when Chromium must run without its sandbox: it refuses to start as root with one. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Switches that keep a driven browser quiet: it asks nobody for anything. */
export const QUIET_SWITCHES: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];
