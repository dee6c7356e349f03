import { browser } from 'wxt/browser';
import { sendCommand } from '../../components/ui/send-command';
import { sendMessage } from '../../lib/messaging/messenger';
import { fail, type FailureCode, type Result } from '../../lib/messaging/result';
import type { Command } from '../../lib/messaging/commands';

/** Whatever goes wrong on the way is a failure like any other. */
export async function asked<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return (await answer) ?? fail('internal');
  } catch {
    return fail('internal');
  }
}

/**
 * The tab that the popup speaks of: the one in front, or the one named in the address
 * (`popup.html?tab=12`, for when the popup is opened as a page of its own). Null where there is none.
 */
export async function tabInQuestion(search: string): Promise<number | null> {
  const named = /^\?tab=(\d{1,10})$/.exec(search)?.[1];
  if (named !== undefined) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Why the stores can't take what is written, null while they can. */
export async function storageTrouble(): Promise<FailureCode | null> {
  const ready = await asked(sendMessage('ready'));
  if (!ready.ok) return ready.failure.code;
  return ready.value.state === 'ok' ? null : ready.value.state;
}

/** What the popup's buttons ask of the background, for one tab. */
export function tabQuestions(tabId: number) {
  return {
    answer: () => asked(sendMessage('ask-tab', { tabId })),
    run: (command: Command) => sendCommand((message) => sendMessage('command', message), command),
    keepPicture: () => void asked(sendMessage('keep-picture', { tabId })),
    checkTitle: (title: string, benchmarkId: string) =>
      asked(sendMessage('check-title', { title, benchmarkId })),
    reread: () => asked(sendMessage('reread-tab', { tabId })),
    removed: async () => {
      const state = await asked(sendMessage('overlay-state', { tabId }));
      return state.ok && state.value.removed;
    },
    /** It must be called while the click is being handled: the browser asks for the gesture. */
    openSidePanel: () => browser.sidePanel.open({ tabId }).catch(() => undefined),
    openOptions: (hash: string) => void asked(sendMessage('open-options', { hash })),
    reloadTab: () => void browser.tabs.reload(tabId).catch(() => undefined),
  };
}
