import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lets the options page of a copied build keep, from its first moment, what it showed one after the
 * other: `skeleton`, `data` (once the text stands there), `else`; read it from `globalThis.shown`.
 */
export function keepWhatIsShown(extension: string, text: string): void {
  const script = `globalThis.shown = [];
const look = () => {
  const body = document.body?.textContent ?? '';
  if (document.querySelector('main') === null && document.querySelector('.skeleton') === null) return;
  const is = body.includes(${JSON.stringify(text)}) ? 'data' :
    document.querySelector('.skeleton') !== null ? 'skeleton' : 'else';
  if (globalThis.shown.at(-1) !== is) globalThis.shown.push(is);
};
new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
`;
  writeFileSync(join(extension, 'keep-shown.js'), script);
  const page = join(extension, 'options.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('<head>', '<head><script src="keep-shown.js"></script>'));
}

/** Gives the copied build a higher version, so that the browser takes it for an update. */
export function updateBuild(extension: string): void {
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  writeFileSync(path, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
}
