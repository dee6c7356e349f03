import { sendCommand } from '../../components/ui/send-command';
import type { Command } from '../../lib/messaging/commands';
import { sendMessage } from '../../lib/messaging/messenger';
import type { Result } from '../../lib/messaging/result';

/** Sends one command of the operator's to the background, the only writer. */
export function run(command: Command): Promise<Result<{ revision: number | null }>> {
  return sendCommand((message) => sendMessage('command', message), command);
}
