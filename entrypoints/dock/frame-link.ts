import { browser } from 'wxt/browser';
import { sendCommand } from '../../components/ui/send-command';
import type { DockActions } from '../../components/overlay/actions';
import { keepAnswers } from '../../lib/messaging/answer-port';
import { sendMessage } from '../../lib/messaging/messenger';
import type { AnswerPortMessage } from '../../lib/messaging/protocol';
import { fail, type Result } from '../../lib/messaging/result';

/** Listens to the answers of a tab; null is the tab that this frame stands in. */
export function listenToAnswers(
  tabId: number | null,
  received: (message: AnswerPortMessage) => void,
  lost: () => void,
): () => void {
  return keepAnswers(
    {
      connect: (name) => browser.runtime.connect({ name }),
      isAlive: () => browser.runtime?.id !== undefined,
      received,
      lost,
      later: (task, ms) => setTimeout(task, ms),
    },
    tabId,
  );
}

/** Whatever goes wrong on the way is a failure like any other. */
async function asked<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return (await answer) ?? fail('internal');
  } catch {
    return fail('internal');
  }
}

/** What the dock's buttons do, for the tab that this frame stands in (null) or another one. */
export function dockActions(tabId: number | null): DockActions {
  return {
    run: (command) => sendCommand((message) => sendMessage('command', message), command),
    pick: (field, index) => asked(sendMessage('pick', { tabId, field, index })),
    reread: () => void asked(sendMessage('reread-tab', { tabId })),
    locate: async (target) => {
      const answer = await asked(sendMessage('locate-in-tab', { tabId, target }));
      return answer.ok && answer.value.found;
    },
    fold: (folded) => void asked(sendMessage('fold-dock', { folded })),
    drag: (drag) => void asked(sendMessage('drag-dock', drag)),
    openOptions: (hash) => void asked(sendMessage('open-options', { hash })),
  };
}
