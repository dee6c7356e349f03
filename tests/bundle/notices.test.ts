import { expect, test } from 'vitest';
import { builtText } from './built-files.ts';
import { builtInPackages } from './built-in-packages.ts';

/** The lines of the notice that name a package, its version, its licence and whose it is. */
function named(): { name: string; version: string }[] {
  const line = /^ {2}(\S+) (\d+\.\d+\.\d+) +(?:MIT|Apache-2\.0) +Copyright \(c\) \S.+$/gm;
  return [...builtText('NOTICE.txt').matchAll(line)]
    .map(([, name = '', version = '']) => ({ name, version }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

test('the notice names every package that is built in, by its version, and no other', async () => {
  const builtIn = await builtInPackages();
  expect(builtIn.length).toBeGreaterThan(5);
  expect(named()).toEqual(builtIn);
}, 120_000);

test('the licences themselves go with it', () => {
  const notice = builtText('NOTICE.txt');
  expect(notice).toContain('Permission is hereby granted, free of charge');
  expect(notice).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
});
