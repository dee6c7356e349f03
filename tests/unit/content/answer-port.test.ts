import { expect, test, vi } from 'vitest';
import { keepAnswers, type AnswerClient } from '../../../lib/messaging/answer-port';

/** A background whose ports can be dropped, and timers that run when told. */
function background(alive = () => true) {
  const ports: { name: string; say(message: unknown): void; drop(): void }[] = [];
  const tasks: { task: () => void; ms: number }[] = [];
  const client: AnswerClient = {
    connect: (name) => {
      let say: (message: unknown) => void = () => {};
      let drop: () => void = () => {};
      ports.push({ name, say: (message) => say(message), drop: () => drop() });
      return {
        onMessage: { addListener: (listener) => void (say = listener) },
        onDisconnect: { addListener: (listener) => void (drop = listener) },
        disconnect: vi.fn(),
      };
    },
    isAlive: alive,
    received: vi.fn(),
    lost: vi.fn(),
    later: (task, ms) => void tasks.push({ task, ms }),
  };
  return { client, ports, tasks };
}

test('a worker that dies is connected to again, ever more slowly, until it answers', () => {
  const { client, ports, tasks } = background();
  keepAnswers(client, null);
  expect(ports[0]?.name).toBe('answer');
  ports[0]?.drop();
  expect(tasks[0]?.ms).toBe(100);
  tasks[0]?.task();
  ports[1]?.drop();
  expect(tasks[1]?.ms).toBe(200);
  tasks[1]?.task();
  ports[2]?.say({ answer: { state: 'not-ready' } });
  expect(client.received).toHaveBeenCalledOnce();
  ports[2]?.drop();
  expect(tasks[2]?.ms).toBe(100);
});

test('after an update nothing is tried again: the page must be reloaded', () => {
  const { client, ports, tasks } = background(() => false);
  keepAnswers(client, 7);
  expect(ports[0]?.name).toBe('answer:7');
  ports[0]?.drop();
  expect(tasks).toHaveLength(0);
  expect(client.lost).toHaveBeenCalledOnce();
});

test('an answer that lacks what the operator keeps is asked for again, once at a time', () => {
  const { client, ports, tasks } = background();
  keepAnswers(client, 7);
  const unread = { answer: { state: 'inspected', unread: true } };
  ports[0]?.say(unread);
  ports[0]?.say(unread);
  expect(tasks.map(({ ms }) => ms)).toEqual([3000]);
  tasks[0]?.task();
  expect(ports.map(({ name }) => name)).toEqual(['answer:7', 'answer:7']);
  ports[1]?.say({ answer: { state: 'inspected' } });
  expect(tasks).toHaveLength(1);
  // Dropped meanwhile: the one that is opened then is the only one.
  ports[1]?.say(unread);
  ports[1]?.drop();
  tasks[1]?.task();
  expect(ports).toHaveLength(2);
  tasks[2]?.task();
  expect(ports).toHaveLength(3);
});

test('what comes after closing is not passed on', () => {
  const { client, ports, tasks } = background();
  keepAnswers(client, null)();
  ports[0]?.say({});
  ports[0]?.drop();
  expect(client.received).not.toHaveBeenCalled();
  expect(tasks).toHaveLength(0);
});
