import { sendMessage } from '../messaging/messenger';
import type { Protocol } from '../messaging/protocol';
import type { GetDataType, GetReturnType } from '@webext-core/messaging';

/** The messages that a tab's content script answers. */
export type TabMessage = Extract<keyof Protocol, `tab-${string}`>;

/** Sends to the content script in a tab's top frame; null where none answers. */
export type ToTab = <T extends TabMessage>(
  tabId: number,
  type: T,
  data: GetDataType<Protocol[T]>,
) => Promise<GetReturnType<Protocol[T]> | null>;

export const toTab: ToTab = async (tabId, type, data) => {
  try {
    // The messenger's overloads can't follow a generic type: the pair is checked by `ToTab`.
    const send = sendMessage as unknown as (
      t: TabMessage,
      d: unknown,
      to: object,
    ) => Promise<never>;
    return await send(type, data, { tabId, frameId: 0 });
  } catch {
    // The tab is gone, or its script is of before an update.
    return null;
  }
};
