import { expect, test } from 'vitest';
import { builtBytes, builtText, contentScripts } from './built-files.ts';

const KB = 1000;

test('the scripts that are put into pages are the known ones', () => {
  expect(contentScripts()).toEqual([
    'content-scripts/taobao-overlay.js',
    'content-scripts/taobao.js',
  ]);
});

test('a page of a site that is switched off takes in at most 1 KB', () => {
  expect(builtBytes('content-scripts/taobao.js').length).toBeLessThanOrEqual(KB);
});

// The engine looks for it before any code.
test('the overlay asks to be compiled at once', () => {
  expect(builtText('content-scripts/taobao-overlay.js')).toMatch(
    /^\/\/# allFunctionsCalledOnLoad\n/,
  );
});

test.each(contentScripts())('%s is pure ASCII', (file) => {
  const strange = [...builtBytes(file)].findIndex((byte) => byte > 0x7f);
  expect(strange).toBe(-1);
});

// In however many files: what counts is what one page's main thread has to take in.
test('all that is put into one page is at most 30 KB', () => {
  const bytes = contentScripts().reduce((sum, file) => sum + builtBytes(file).length, 0);
  expect(bytes).toBeLessThanOrEqual(30 * KB);
});

// Written as escapes these pass an ASCII check, and Chrome still refuses the whole extension.
test.each(contentScripts())('%s holds neither U+FFFE nor U+FFFF', (file) => {
  expect(builtText(file)).not.toMatch(/[\uFFFE\uFFFF]|\\u\{?0*fff[ef]/i);
});

/** What gives each library away in minified code: its own error texts and property names. */
const FORBIDDEN: [library: string, trace: RegExp][] = [
  ['Zod', /_zod\b|ZodMini|invalid_union|safeParse|jitless/],
  ['Dexie', /Dexie|indexedDB|liveQuery/],
  ['Preact', /\.__H\b|__hooks|__PREACT|__k\b|__cE\b|createVNode/],
  ['WXT’s way in', /wxt|content-script-started|crashed on startup|runAt/],
  ['the product’s name', /yardstick|\\u6807\\u5c3a/i],
];

test.each(contentScripts().flatMap((file) => FORBIDDEN.map((of) => [file, ...of] as const)))(
  '%s holds no trace of %s',
  (file, _library, trace) => {
    expect(builtText(file)).not.toMatch(trace);
  },
);

test.each(contentScripts())('%s listens to no window message and posts none', (file) => {
  const code = builtText(file);
  expect(code).not.toMatch(/addEventListener\(\s*["'`]message["'`]/);
  expect(code).not.toMatch(/onmessage\s*=/);
  expect(code).not.toMatch(/\.postMessage\(/);
});

test.each(contentScripts())('%s prints nothing to the console of the page', (file) => {
  expect(builtText(file)).not.toMatch(/console\.(log|info|debug|warn|error)/);
});
