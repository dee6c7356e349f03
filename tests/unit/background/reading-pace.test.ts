import { describe, expect, test } from 'vitest';
import { createReadingPace } from '../../../lib/background/reading-pace';

function world() {
  const at = { nowMs: 1_000_000 };
  const timers: { atMs: number; task: () => void }[] = [];
  const worked: number[] = [];
  const pace = createReadingPace<number>(
    () => at.nowMs,
    (task, ms) => timers.push({ atMs: at.nowMs + ms, task }),
  );
  const work = async (reading: number) => {
    worked.push(reading);
  };
  /** Lets time pass, timers and promises with it. */
  const pass = async (ms: number) => {
    const end = at.nowMs + ms;
    while (at.nowMs < end) {
      at.nowMs = Math.min(end, at.nowMs + 50);
      for (const due of timers.splice(0))
        (due.atMs <= at.nowMs ? due.task : () => timers.push(due))();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { at, pace, work, worked, pass };
}

describe('the pace of readings', () => {
  test('readings that come one after the other are all worked on', async () => {
    const { pace, work, worked, pass } = world();
    for (let i = 0; i < 30; i += 1) {
      pace.take(1, i, work);
      await pass(400);
    }
    expect(worked).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  test('between two readings others have their turn', async () => {
    const { pace, work, worked, pass } = world();
    pace.take(1, 1, work);
    pace.take(1, 2, work);
    pace.take(1, 3, work);
    await pass(100);
    expect(worked).toEqual([1]);
    await pass(100);
    expect(worked).toEqual([1, 3]);
  });

  test('of a flood the newest is worked on, once a second, and none waits for ever', async () => {
    const { pace, work, worked, pass } = world();
    for (let i = 0; i < 1200; i += 1) {
      pace.take(1, i, work);
      await pass(50);
    }
    // A minute: the burst, and one each second.
    expect(worked.length).toBeGreaterThanOrEqual(98);
    expect(worked.length).toBeLessThanOrEqual(101);
    await pass(1500);
    expect(worked.at(-1)).toBe(1199);
    expect(worked).toEqual(worked.toSorted((a, b) => a - b));
  });

  test('one tab does not slow another, and a failed work not the next', async () => {
    const { pace, work, worked, pass } = world();
    for (let i = 0; i < 200; i += 1) {
      pace.take(1, i, () => Promise.reject(new Error('broken')));
      await pass(50);
    }
    pace.take(2, 7, work);
    await pass(50);
    expect(worked).toEqual([7]);
    pace.take(1, 8, work);
    await pass(1100);
    expect(worked).toEqual([7, 8]);
  });

  test('a clock set back stops nothing for long', async () => {
    const { at, pace, work, worked, pass } = world();
    at.nowMs -= 86_400_000;
    pace.take(1, 1, work);
    await pass(100);
    expect(worked).toEqual([1]);
  });
});
