import { expect, test } from 'vitest';
import { TabQueue } from '../../../lib/background/tab-queue';

test('the work of a tab runs in order, also after a failure, and tabs do not wait for each other', async () => {
  const queue = new TabQueue();
  const log: string[] = [];
  let release = () => {};
  const slow = queue.run(1, async () => {
    await new Promise<void>((resolve) => (release = resolve));
    log.push('first');
    throw new Error('failed');
  });
  const next = queue.run(1, async () => void log.push('second'));
  await queue.run(2, async () => void log.push('other tab'));
  expect(log).toEqual(['other tab']);
  release();
  await expect(slow).rejects.toThrow('failed');
  await next;
  expect(log).toEqual(['other tab', 'first', 'second']);
});
