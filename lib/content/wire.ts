import type { Protocol } from '../messaging/protocol';
import { extension } from './extension-api';

// The messenger's envelope (`@webext-core/messaging` 4), sent and answered without the messenger:
// a content script is to be small, and what goes wrong in it is told to nobody.

export type Send = typeof send;

/** Asks the background; rejects where nobody answers, with a reply that is none. */
export function send<T extends keyof Protocol>(
  type: T,
  data: Parameters<Protocol[T]>[0],
): Promise<ReturnType<Protocol[T]>> {
  const message = { id: 0, type, data, timestamp: Date.now() };
  return extension.runtime.sendMessage(message).then((reply) => reply.res);
}

/** What a content script answers to the messages of its tab; nothing is sent as null. */
export type TabHandlers = {
  [T in Extract<keyof Protocol, `tab-${string}`>]: (
    data: Parameters<Protocol[T]>[0],
  ) => ReturnType<Protocol[T]> | (null extends ReturnType<Protocol[T]> ? void : never);
};

/** Answers the background's messages to this tab. */
export function answer(handlers: TabHandlers): void {
  const table = new Map<string, (data: never) => unknown>(Object.entries(handlers));
  extension.runtime.onMessage.addListener((message, sender, reply) => {
    // Only the extension itself can send here; its own frames' messages go to the background.
    const handler = sender.tab === undefined ? table.get(String(message?.type)) : undefined;
    if (handler !== undefined) reply({ res: handler(message.data as never) ?? null });
    return false;
  });
}
