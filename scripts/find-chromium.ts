import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { run, runPackage, Trouble } from './run.mjs';

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

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

/** On Debian as root the packages can be had without asking; answers whether it was tried. */
async function installByApt(): Promise<boolean> {
  if (process.platform !== 'linux' || !isRoot() || !existsSync('/usr/bin/apt-get')) return false;
  const packages = [
    ...(systemChromium() === null ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
  if (packages.length === 0) return false;
  process.stdout.write(`Installing ${packages.join(', ')} (once) …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  return true;
}

/** Makes sure that there is a Chromium to run, or says in one sentence how to get one. */
export async function ensureChromium(): Promise<void> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '' && !existsSync(named)) {
    throw new Trouble(
      `CHROME_PATH names ${named}, and there is nothing: correct it, or leave it out.`,
    );
  }
  await installByApt();
  if (systemChromium() !== null || existsSync(chromium.executablePath())) return;
  process.stdout.write('Getting a Chromium of Playwright’s (once) …\n');
  await runPackage('playwright/cli.js', ['install', 'chromium']);
  if (existsSync(chromium.executablePath())) return;
  throw new Trouble(
    'There is no Chromium here: install one (on Debian "apt-get install chromium fonts-noto-cjk") or set CHROME_PATH to one, then run this again.',
  );
}
