import { ANSWER_PORT, type AnswerPortMessage } from './protocol';

/** The part of a `runtime.Port` that a page of ours uses. */
export type ClientPort = {
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
};

/** What the connection needs and tells. */
export type AnswerClient = {
  connect: (name: string) => ClientPort;
  /** Whether the extension is still there; after an update it is not, and nothing comes back. */
  isAlive: () => boolean;
  received: (message: AnswerPortMessage) => void;
  /** The extension is gone: the page must be reloaded. */
  lost: () => void;
  later: (task: () => void, ms: number) => void;
};

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;
/** How long after an answer that lacks what the operator keeps it is asked for anew. */
const UNREAD_WAIT_MS = 3000;

/**
 * Keeps the answer port open: a worker that dies takes it down, and it is opened again, at once
 * and then ever more slowly. While the store can't be read the answer is asked for again: nobody
 * tells when it can. `tabId` null is the tab that this frame stands in. Gives back what closes it
 * for good.
 */
export function keepAnswers(client: AnswerClient, tabId: number | null): () => void {
  let port: ClientPort | null = null;
  let closed = false;
  let waitMs = FIRST_WAIT_MS;
  let asking = false;
  const askAgain = () => {
    asking = false;
    const last = port;
    port = null;
    // Where it was dropped meanwhile it is being opened anyway.
    if (last === null) return;
    last.disconnect();
    open();
  };
  const open = () => {
    if (closed) return;
    try {
      port = client.connect(tabId === null ? ANSWER_PORT : `${ANSWER_PORT}:${tabId}`);
    } catch {
      return dropped();
    }
    port.onMessage.addListener((message) => {
      waitMs = FIRST_WAIT_MS;
      if (closed) return;
      const taken = message as AnswerPortMessage;
      client.received(taken);
      const isUnread = taken.answer.state === 'inspected' && taken.answer.unread === true;
      if (!isUnread || asking) return;
      asking = true;
      client.later(askAgain, UNREAD_WAIT_MS);
    });
    port.onDisconnect.addListener(dropped);
  };
  const dropped = () => {
    port = null;
    if (closed) return;
    if (!client.isAlive()) return client.lost();
    client.later(open, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };
  open();
  return () => {
    closed = true;
    port?.disconnect();
  };
}
