import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { declareDatabase } from '../../../lib/db/database';
import { openReading } from '../../../lib/db/reading';

it('a page that asks for a database that is not there yet leaves alone the one that comes', async () => {
  for (let n = 0; n < 20; n += 1) {
    const name = `comes-later-${n}`;
    const database = declareDatabase(name);
    const reading = openReading(name).then(
      () => 'opened',
      () => 'refused',
    );
    // The background's own opening, queued somewhere behind the page's.
    for (let turn = 0; turn < n; turn += 1) await Promise.resolve();
    await database.open();
    await database.meta.put({ name: 'is', value: 'there' });
    await reading;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(database.isOpen(), `after ${n} turns`).toBe(true);
    expect(await database.meta.get('is')).toEqual({ name: 'is', value: 'there' });
    database.close();
  }
});

it('a page makes no database', async () => {
  await expect(openReading('nowhere')).rejects.toThrow('nowhere');
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
});
