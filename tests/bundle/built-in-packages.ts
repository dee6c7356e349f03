import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A package of which code stands in the built extension. */
export type BuiltIn = { name: string; version: string };

/**
 * Builds the extension aside and tells whose code the bundler put into it: packages by their
 * folders, and the bundlers themselves by the helpers that they add.
 */
export async function builtInPackages(): Promise<BuiltIn[]> {
  const names = new Set<string>();
  const outDir = mkdtempSync(join(tmpdir(), 'built-in-'));
  const watch = {
    name: 'built-in-packages',
    generateBundle(_options: unknown, bundle: Record<string, { modules?: object }>) {
      for (const { modules } of Object.values(bundle)) {
        for (const id of Object.keys(modules ?? {})) names.add(packageOf(id) ?? '');
      }
    },
  };
  try {
    await build({ root, outDir, logger: SILENT, vite: () => ({ plugins: [watch] }) });
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
  names.delete('');
  return [...names].toSorted().map((name) => ({ name, version: versionOf(name) }));
}

function say() {}
const SILENT = {
  debug: say,
  log: say,
  info: say,
  warn: say,
  error: say,
  fatal: say,
  success: say,
  level: 0,
};

/** `\0vite/preload-helper.js` is vite's; `…/node_modules/@a/b/dist/c.js` is `@a/b`'s. */
function packageOf(id: string): string | null {
  const helper = id.match(/^\0(rolldown|vite)\//)?.[1];
  if (helper !== undefined) return helper;
  const inside = id.replaceAll('\\', '/').split('/node_modules/').slice(1).at(-1);
  return inside?.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? null;
}

function versionOf(name: string): string {
  const file = join(root, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
