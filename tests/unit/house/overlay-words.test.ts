import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { OVERLAY_WORDS } from '../../../lib/locales/overlay-words';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The file behind a relative import, null for one of a package or a style. */
function fileOf(from: string, to: string): string | null {
  if (!to.startsWith('.')) return null;
  const path = join(dirname(from), to);
  return (
    [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file)) ??
    null
  );
}

/** Every file that the frames are built from, types aside. */
function filesOfFrames(): string[] {
  const found = new Set<string>();
  const queue = [join(root, 'entrypoints/dock/main.tsx')];
  for (const file of queue) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(file, 'utf8').replaceAll(/^import type [^;]+;/gm, '');
    for (const [, to = ''] of code.matchAll(/(?:from|import) '([^']+)'/g)) {
      const next = fileOf(file, to);
      if (next !== null) queue.push(next);
    }
  }
  return [...found].map((file) => file.slice(root.length)).toSorted();
}

/** Where words of the options page would be looked up: `words.options`, `useWords().options`, `{ options } =`. */
const LOOKED_UP =
  /\b(?:\w*[wW]ords(?:\(\))?|catalog|text|look)\.options\b|\{[^}=]*\boptions\b[^}=]*\} = \w*[wW]ords/;

const FILES = filesOfFrames();

test('the views of the frames are found', () => {
  expect(FILES.length).toBeGreaterThan(60);
  expect(FILES).toContain('components/popup/star.tsx');
});

test.each(FILES.filter((file) => !file.startsWith('lib/locales/')))(
  '%s asks for no word of the options page',
  (file) => expect(readFileSync(join(root, file), 'utf8')).not.toMatch(LOOKED_UP),
);

test('such a word is missed at once', () => {
  for (const words of Object.values(OVERLAY_WORDS)) {
    expect(words.overlay).toBeDefined();
    expect(() => words.options).toThrow('no frame');
  }
});
