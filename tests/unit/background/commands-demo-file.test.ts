import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../lib/background/commands/run-command';
import { openReading } from '../../../lib/db/reading';
import { openStore } from '../../../lib/db/store';
import { writeBackup } from '../../../lib/transfer/write-backup';
import { FakeArea } from '../db/fake-area';

const DAY = 24 * 3600_000;

describe('the packaged demo', () => {
  it('loads, has history up to the last day, and goes without a trace', async () => {
    const text = await readFile(
      new URL('../../../public/demo-backup.json', import.meta.url),
      'utf8',
    );
    const nowMs = Date.UTC(2027, 5, 1);
    const store = openStore({ area: new FakeArea(), nowMs: () => nowMs, name: 'demo-file' });
    const run = (kind: 'load-demo' | 'remove-demo') =>
      runCommand(
        store,
        { operationId: `operation-${kind}`, command: { kind } },
        {
          nowMs: () => nowMs,
          newId: () => 'new-id',
          firstListName: '关注',
          loadDemoText: () => Promise.resolve(text),
        },
      );
    const rows = async () => {
      const reading = await openReading('demo-file');
      const written = await writeBackup(reading.backupTables, 1);
      reading.close();
      const { tables } = JSON.parse(await written.file.text()) as {
        tables: Record<string, { key?: string; atMs?: number }[]>;
      };
      return tables;
    };

    expect(await run('load-demo')).toMatchObject({ ok: true });
    const loaded = await rows();
    const last = Math.max(...(loaded['observations'] ?? []).map((row) => row.atMs ?? 0));
    expect(last).toBeLessThanOrEqual(nowMs);
    expect(last).toBeGreaterThan(nowMs - 3 * DAY);

    expect(await run('remove-demo')).toMatchObject({ ok: true });
    const left = await rows();
    expect((left['records'] ?? []).map((row) => row.key)).toEqual(
      (left['records'] ?? []).some((row) => row.key === 'settings/all') ? ['settings/all'] : [],
    );
    expect([left['latest'], left['observations'], left['changes']]).toEqual([[], [], []]);
    store.close();
  });
});
