import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';
import { textOf } from '../../lib/transfer/read-backup';

/** Characters of one part; the background takes at most 4.2 million. */
const PART = 4_000_000;

/**
 * Sends a checked file to the background in parts and has it written in one transaction. Answers
 * with why it was not, or null; `onShare` is told 0 to 1.
 */
export async function sendRestore(
  file: File,
  onShare: (share: number) => void,
): Promise<FailureCode | null> {
  const restoreId = crypto.randomUUID();
  let index = 0;
  let sent = 0;
  let held = '';
  const send = async (text: string): Promise<FailureCode | null> => {
    const answer = await sendMessage('restore-part', { restoreId, index, text });
    index += 1;
    sent += text.length;
    onShare(Math.min(0.95, sent / Math.max(1, file.size)));
    return answer.ok ? null : answer.failure.code;
  };
  try {
    for await (const piece of textOf(file)()) {
      held += piece;
      while (held.length >= PART) {
        const cut = wholeAt(held, PART);
        const code = await send(held.slice(0, cut));
        if (code !== null) return code;
        held = held.slice(cut);
      }
    }
    if (held !== '') {
      const code = await send(held);
      if (code !== null) return code;
    }
    const operationId = crypto.randomUUID();
    const answer = await sendMessage('restore-commit', { restoreId, parts: index, operationId });
    return answer.ok ? null : answer.failure.code;
  } catch {
    return 'internal';
  }
}

/** Half of a character beyond the basic plane does not survive a message: never cut within one. */
function wholeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}
