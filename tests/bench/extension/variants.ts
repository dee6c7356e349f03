import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/run.mjs';
import { EXTENSION, Stage } from './stage.ts';

/** A browser of one variant, and how it is to be cleared away. */
export type Variant = { name: string; stage: Stage; end: () => Promise<void> };

type Manifest = {
  content_scripts?: { matches: string[]; js: string[]; run_at: string }[];
  [key: string]: unknown;
};

/** A copy of the built extension whose manifest or content script is another one. */
function altered(change: (manifest: Manifest) => void, script?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-variant-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  if (script !== undefined) {
    const ascii = script.replaceAll(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    writeFileSync(join(folder, 'content-scripts', 'taobao.js'), ascii);
  }
  return folder;
}

/** Library code that runs when it is loaded, as scripts that are injected have it. */
function library(...paths: string[]): string {
  return (
    paths
      .map((path) => readFileSync(join(ROOT, 'node_modules', path), 'utf8'))
      // A script that is injected is no module.
      .map((code) => code.replaceAll(/export\s*\{[^}]*\};?/g, ''))
      .map((code) => `(function(){var module={exports:{}},exports=module.exports;${code}\n})();`)
      .join('\n')
  );
}

async function variant(name: string, folder: string | null, demo: boolean): Promise<Variant> {
  const stage = await new Stage().start(folder ?? EXTENSION);
  if (demo) await stage.loadDemo();
  return {
    name,
    stage,
    end: async () => {
      await stage.end();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every variant of the design, each in a fresh profile. */
export async function variants(): Promise<Variant[]> {
  const none = altered((manifest) => delete manifest.content_scripts);
  const elsewhere = altered((manifest) => {
    for (const entry of manifest.content_scripts ?? [])
      entry.matches = ['https://nowhere.invalid/*'];
  });
  const small = altered(() => {}, library('preact/dist/preact.mjs'));
  const large = altered(() => {}, library('preact/dist/preact.mjs', 'dexie/dist/dexie.min.js'));
  const idle = await variant('ours, switched off here', null, true);
  for (const host of ['detail.tmall.com', 'item.taobao.com', 'chaoshi.detail.tmall.com'])
    await idle.stage.command({ kind: 'set-site', host, on: false });
  const bare = await new Stage().start(null);
  return [
    { name: 'no extension', stage: bare, end: () => bare.end() },
    await variant('ours without content script', none, false),
    await variant('content script that does not match', elsewhere, false),
    await variant('calibration 11 KB', small, false),
    await variant('calibration 112 KB', large, false),
    idle,
    await variant('ours with the dock', null, true),
  ];
}
