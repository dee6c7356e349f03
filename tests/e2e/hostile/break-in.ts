import { ask, tabOf } from '../../../scripts/demo/browser.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE } from '../../../scripts/demo/listings.ts';
import { dockOf, type Shop } from '../harness.ts';
import { pageWorld, type PageWorld } from './page-world.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** What came back for a message, null where nobody answers. */
export type Reply = { res?: { ok: boolean; failure?: { code: string; field?: string } } } | null;

/** Opens our listing and gets into the world of the content script in it. */
export async function breakIn(shop: Shop) {
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  const world = await pageWorld(page);
  return { page, world };
}

/**
 * Sends payloads of a type as the content script would, and gives back the replies. Messages of
 * the page tier wait `spacingMs`, ms, between two: faster ones are refused unread.
 */
export function send(
  world: PageWorld,
  type: string,
  payloads: unknown[],
  spacingMs = 0,
): Promise<Reply[]> {
  return world.run(
    async ([name, all, spacing]: [string, unknown[], number]) => {
      const replies: Reply[] = [];
      for (const data of all) {
        const message = { id: 1, type: name, data, timestamp: Date.now() };
        replies.push((await chrome.runtime.sendMessage(message).catch(() => null)) ?? null);
        if (spacing > 0) await new Promise((resolve) => setTimeout(resolve, spacing));
      }
      return replies;
    },
    [type, payloads, spacingMs] as [string, unknown[], number],
  );
}

/** What the reader of this page sends when it reads, as it was sent. */
export async function realReport(shop: Shop, world: PageWorld): Promise<Record<string, unknown>> {
  const kept = world.run((): Promise<Record<string, unknown>> => {
    const { runtime } = chrome;
    const native = runtime.sendMessage.bind(runtime);
    return new Promise((resolve) => {
      Object.assign(runtime, {
        sendMessage: (message: { type: string; data: Record<string, unknown> }) => {
          if (message.type !== 'observe') return native(message);
          Object.assign(runtime, { sendMessage: native });
          resolve(message.data);
          return native(message);
        },
      });
    });
  }, null);
  await ask(shop.options, 'reread-tab', { tabId: await tabOf(shop.options, addressOf(MINE)) });
  return kept;
}
