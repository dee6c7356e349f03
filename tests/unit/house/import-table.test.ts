import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;

/** A file of the given part with one import line, and whether the import table forbids it. */
const CASES: [file: string, line: string, forbidden: boolean][] = [
  ['lib/listing/a1.ts', `import 'zod/mini';`, false],
  ['lib/listing/a2.ts', `import 'zod';`, true],
  ['lib/listing/a3.ts', `import '../benchmark/benchmark';`, true],
  ['lib/benchmark/a1.ts', `import '../listing/price';`, false],
  ['lib/benchmark/a2.ts', `import '../analysis/coverage';`, true],
  ['lib/sites/taobao/a1.ts', `import '../dom';`, false],
  [
    'lib/sites/taobao/a2.ts',
    `import type { Price } from '../../listing/price';\nexport type { Price };`,
    false,
  ],
  ['lib/sites/taobao/a3.ts', `import '../../listing/price';`, true],
  ['lib/sites/taobao/a4.ts', `import '../../listing/count-text';`, false],
  ['lib/sites/taobao/a5.ts', `import '../../benchmark/benchmark';`, true],
  ['lib/analysis/a1.ts', `import '../listing/price';`, false],
  ['lib/analysis/a2.ts', `import '../db/database';`, true],
  ['lib/analysis/a3.ts', `import 'dexie';`, true],
  ['lib/analysis/a4.ts', `export const a = () => import('../db/database');`, true],
  ['lib/inspection/a1.ts', `import '../analysis/coverage';`, false],
  ['lib/inspection/a2.ts', `import '../background/router';`, true],
  ['lib/messaging/a1.ts', `import '../db/database';`, true],
  ['lib/content/a1.ts', `import '../messaging/messenger';`, false],
  ['lib/content/a2.ts', `import '../messaging/commands';`, true],
  ['lib/content/a3.ts', `import 'preact';`, true],
  ['lib/db/a1.ts', `import 'dexie';`, false],
  ['lib/db/a2.ts', `import '../analysis/coverage';`, true],
  ['lib/transfer/a1.ts', `import '../db/database';`, true],
  ['lib/background/a1.ts', `import '../db/database';`, false],
  ['lib/background/a2.ts', `import 'dexie';`, true],
  ['lib/background/a3.ts', `import '../../components/ui/button';`, true],
  ['components/ui/a1.tsx', `import 'preact';`, false],
  ['components/ui/a2.tsx', `import '../../lib/db/database';`, true],
  ['components/ui/a3.tsx', `import '../../lib/inspection/inspection';`, true],
  [
    'components/ui/a4.tsx',
    `import type { A } from '../../lib/inspection/inspection';\nexport type { A };`,
    false,
  ],
  ['components/ui/a5.tsx', `import 'wxt/browser';`, true],
  ['entrypoints/a1.content.ts', `import '../lib/content/start';`, false],
  ['entrypoints/a2.content.ts', `import 'zod/mini';`, true],
  ['entrypoints/a3.content.ts', `import 'preact';`, true],
  ['entrypoints/a4.content.ts', `import 'dexie';`, true],
  ['entrypoints/a5.content.ts', `import '../lib/messaging/commands';`, true],
  ['entrypoints/dock/a1.tsx', `import '../../components/ui/button';`, false],
  ['entrypoints/dock/a2.tsx', `import '../../lib/db/database';`, true],
  ['entrypoints/options/a1.tsx', `import '../../lib/db/database';`, false],
  ['entrypoints/options/a2.tsx', `import '../../lib/background/router';`, true],
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-table-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, line] of CASES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files in which lint finds a forbidden import. */
function filesWithForbiddenImport(): string[] {
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  let output: string;
  try {
    output = execFileSync(process.execPath, [oxlint, '-f', 'unix'], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const files = output
    .split('\n')
    .filter((line) => line.includes('no-restricted-imports'))
    .map((line) => line.slice(0, line.indexOf(':')));
  return [...new Set(files)].toSorted();
}

test('lint reports exactly the imports that the import table forbids', () => {
  const forbidden = CASES.filter(([, , is]) => is).map(([file]) => file);
  expect(filesWithForbiddenImport()).toEqual(forbidden.toSorted());
});
