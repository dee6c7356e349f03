import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { TAOBAO_HOSTS, TAOBAO_MATCHES } from './lib/sites/hosts.ts';

/**
 * Public half of a key whose private half was thrown away: it fixes the extension's id, so that
 * data survives unzipping a new version into another folder.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAo8Fra78F6DDce6Ev4IzxHRkiXZ+8QWf6WEy+kgiH30faHYFFLb0zh6qv5moEXhsiDcmrtN/6s0I9aRTF46YaKS26vUMNrpo1c+DwNJ0sP0z5kh6AUrknFkD5MljaWXbW16z7GLsVJ9dGNWmwySPxM0cSuyv2q4no4fnK+M7Xwm7MFK3fz9AaSA39FlTESq05u8lAJ/PBus2fKlRwNZy3lWEevfkq4TTfBExzZw3hDh303TCbO3bz/gLLaeJNgudQmXweFdpLWVdCvMSztuco+3hZRGZoVEYXmYzHgmzN4LicWwA1aDbhjIoyQRCMFlvIKn3cQBCPf0a+OFc7HkDC/wIDAQAB';

const frameAncestors = ["'self'", ...TAOBAO_HOSTS.map((host) => `https://${host}`)].join(' ');

/** The content security policy of every page and worker of the extension: nothing leaves it. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${frameAncestors}`,
  "require-trusted-types-for 'script'",
  'trusted-types pkg',
].join('; ');

/**
 * Content scripts in pure ASCII: Chrome refuses some characters in them outright, and a page's own
 * encoding decides how others are read. An escape says the same in a string, a template and a regex.
 */
function asciiContentScripts() {
  return {
    name: 'ascii-content-scripts',
    generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.code === undefined || !name.startsWith('content-scripts/')) continue;
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
    },
  };
}

/**
 * The overlay's script is compiled at once: next to all of it runs within a second, and function by
 * function each is parsed twice (with dock and chips 36 ms of the page's thread, at once 30; side by
 * side in November 2026, eight loads each).
 */
function compiledAtOnce() {
  return {
    name: 'compiled-at-once',
    generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const [name, file] of Object.entries(bundle))
        if (file.code !== undefined && /^content-scripts\/.*-overlay\.js$/.test(name))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  };
}

/**
 * A content script runs the `main` that its entrypoint exports and nothing around it. WXT's own way
 * in carries a logger, the entrypoint's options (they are for the manifest) and a context which
 * dispatches an event named after the extension's id on the page's document, whatever
 * `noScriptStartedPostMessage` says, and lets a page that forges that event end the script.
 */
function bareContentScripts() {
  const entry = 'virtual:wxt-content-script-isolated-world-entrypoint?';
  return {
    name: 'bare-content-scripts',
    transform(_code: string, id: string) {
      const [, file] = id.split(entry);
      return file && { code: `import { main } from ${JSON.stringify(file)}; main();`, map: null };
    },
  };
}

/**
 * Digest of all that a compiled benchmark depends on besides its keywords. Compiled ones outlive
 * the worker in files; those that other code or another lexicon made are made again.
 */
function compilerStamp(): string {
  const hash = createHash('sha256');
  for (const part of ['lib/analysis', 'lib/listing', 'lib/benchmark', 'public/lexicon.txt']) {
    const path = fileURLToPath(new URL(part, import.meta.url));
    const files = part.endsWith('.txt')
      ? [path]
      : readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .toSorted()
          .map((name) => join(path, name));
    for (const file of files) hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

/** The pages that draw dock and chips. */
const OVERLAY_PAGES = ['dock', 'chip', 'sidepanel'];

export default defineConfig({
  imports: false,
  browser: 'chrome',
  manifestVersion: 3,
  zip: { name: 'yardstick' },
  hooks: {
    // The licences of what is built in go with every copy of it.
    'build:publicAssets'(_wxt, files) {
      files.push({
        absoluteSrc: fileURLToPath(new URL('NOTICE', import.meta.url)),
        relativeDest: 'NOTICE.txt',
      });
    },
    // The overlay's pages are one script and one style, the same for all of them: in chunks shared
    // with the other pages the dock came as 19 files, four times the way to the disk.
    'entrypoints:grouped'(_wxt, groups) {
      const isOverlay = ({ name }: { name: string }) => OVERLAY_PAGES.includes(name);
      for (const [index, group] of groups.entries()) {
        if (!Array.isArray(group) || !group.some(isOverlay)) continue;
        groups[index] = group.filter((entry) => !isOverlay(entry));
        groups.push(group.filter(isOverlay));
        break;
      }
    },
  },
  manifest: ({ command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    key: KEY,
    minimum_chrome_version: '120',
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'activeTab',
      'scripting',
      'contextMenus',
      'sidePanel',
    ],
    host_permissions: TAOBAO_MATCHES,
    action: { default_title: '__MSG_name__' },
    web_accessible_resources: [
      {
        resources: ['dock.html', 'chip.html'],
        matches: TAOBAO_HOSTS.map((host) => `https://${host}/*`),
        use_dynamic_url: true,
      },
    ],
    // The development server needs its own origin and socket; only the build is held to the policy.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CSP } } : {}),
    commands: {
      // Keys that Chromium 156 gives to extensions: it keeps Alt+Shift with A, B, C, N, P, R, T, W, X
      // and Z to itself, and leaves a command unbound without a word. The popup by keyboard: on the
      // walk it is where a note is typed.
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      fold: { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_commandFold__' },
      next: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNext__' },
      watch: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandWatch__' },
    },
  }),
  vite: ({ command }) => ({
    // The development server replaces code without reading this file again.
    define: {
      COMPILER_STAMP: JSON.stringify(command === 'build' ? compilerStamp() : `${Date.now()}`),
    },
    build: { target: 'chrome120', modulePreload: false },
    plugins: [bareContentScripts(), asciiContentScripts(), compiledAtOnce()],
  }),
});
