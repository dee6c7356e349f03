import type { Command, CommandMessage } from '../../lib/messaging/commands';
import { fail, type Result } from '../../lib/messaging/result';

/** How a command reaches the background; the entry passes the messenger's own in. */
export type CommandSender = (
  message: CommandMessage,
) => Promise<Result<{ revision: number | null }>>;

/**
 * Sends one command under a new operation id. A worker that died on the way is tried once more
 * under the same id, which the background answers without doing it twice. A send that is rejected
 * again, or an answer that is no Result, is a failure like any other; nothing is thrown.
 */
export async function sendCommand(
  send: CommandSender,
  command: Command,
  operationId: string = crypto.randomUUID(),
): Promise<Result<{ revision: number | null }>> {
  const message = { operationId, command };
  return (await attempt(send, message)) ?? (await attempt(send, message)) ?? fail('internal');
}

async function attempt(send: CommandSender, message: CommandMessage) {
  try {
    const answer: unknown = await send(message);
    return isResult(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isResult(answer: unknown): answer is Result<{ revision: number | null }> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'value' in answer;
  return 'failure' in answer && typeof answer.failure === 'object' && answer.failure !== null;
}
