import { expect, test } from 'vitest';
import { builtFiles, builtText } from './built-files.ts';

const CODE = builtFiles().filter((file) => /\.(js|css|html)$/.test(file));

/** Names of XML vocabularies and licences: compared with, printed, never asked for. */
const NOT_ASKED_FOR = new Set([
  'http://www.w3.org',
  'https://www.w3.org',
  'http://json-schema.org',
  'https://json-schema.org',
  'http://schemas.openxmlformats.org',
]);

/** The sites themselves: a watched listing is opened by its address, in a tab of the operator's. */
const SITES = new Set([
  'https://detail.tmall.com',
  'https://detail.tmall.hk',
  'https://chaoshi.detail.tmall.com',
  'https://chaoshi.tmall.com',
  'https://item.taobao.com',
  'https://world.taobao.com',
  'https://ju.taobao.com',
]);

/** Addresses in Dexie's error texts: read by a developer, asked for by nobody. */
const IN_ERROR_TEXTS = new Set(['http://bit.ly', 'https://tinyurl.com']);

function origins(code: string): string[] {
  return [...code.matchAll(/\b(?:https?|wss?):\/\/[a-z0-9.-]+\.[a-z]{2,}/gi)]
    .map(([origin]) => origin.toLowerCase())
    .filter((origin) => ![NOT_ASKED_FOR, SITES, IN_ERROR_TEXTS].some((known) => known.has(origin)));
}

test('there is code to look at', () => {
  expect(CODE.length).toBeGreaterThan(5);
});

test.each(CODE)('%s names no remote host', (file) => {
  expect(origins(builtText(file))).toEqual([]);
});

test.each(CODE)('%s has no way to ask the network', (file) => {
  const code = builtText(file);
  expect(code).not.toMatch(/\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/);
  expect(code).not.toMatch(/\bimportScripts\(|\bRTCPeerConnection\b|\bWebTransport\b/);
});

test.each(builtFiles().filter((file) => file.endsWith('.html')))(
  '%s loads packaged scripts and styles only, and holds no inline one',
  (file) => {
    const html = builtText(file);
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^\/(?!\/)/);
    }
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=/i);
  },
);
