import { expect, test } from 'vitest';
import { sendCommand, type CommandSender } from '../../../components/ui/send-command';
import { commandMessageSchema, type CommandMessage } from '../../../lib/messaging/commands';
import { fail, ok } from '../../../lib/messaging/result';

const command = { kind: 'delete-list', listId: 'a' } as const;

/** A background that answers with each of these in turn; an Error is thrown. */
function background(...answers: unknown[]) {
  const got: CommandMessage[] = [];
  const send = (async (message) => {
    got.push(JSON.parse(JSON.stringify(message)));
    const answer = answers[got.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  }) as CommandSender;
  return { got, send };
}

test('a command goes out once, under an operation id of its own, and its answer comes back', async () => {
  const { got, send } = background(ok({ revision: 3 }), ok({ revision: 4 }));
  expect(await sendCommand(send, command)).toEqual(ok({ revision: 3 }));
  await sendCommand(send, command);
  expect(got).toHaveLength(2);
  expect(got[0]?.operationId).not.toBe(got[1]?.operationId);
  expect(commandMessageSchema.safeParse(got[0]).success).toBe(true);
});

test('a failure is an answer and is not sent again', async () => {
  const { got, send } = background(fail('full'));
  expect(await sendCommand(send, command)).toEqual(fail('full'));
  expect(got).toHaveLength(1);
});

test('a worker that died is asked once more, under the same id', async () => {
  const { got, send } = background(new Error('port closed'), ok({ revision: 1 }));
  expect(await sendCommand(send, command)).toEqual(ok({ revision: 1 }));
  expect(got[0]?.operationId).toBe(got[1]?.operationId);
});

test.each([
  ['rejected twice', new Error('a'), new Error('b')],
  ['no answer', undefined, undefined],
  ['no Result', { done: true }, 'ok'],
  ['a Result without its parts', { ok: true }, { ok: false }],
])('%s is a failure, never thrown', async (_, first, second) => {
  const { got, send } = background(first, second);
  expect(await sendCommand(send, command)).toEqual(fail('internal'));
  expect(got).toHaveLength(2);
});
