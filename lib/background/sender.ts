import { isReadHost } from '../sites/hosts';

/** The part of `runtime.MessageSender` that decides; anything may be absent. */
export type SenderFacts = {
  id?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
};

/**
 * Who sent a message.
 * - `page`: a content script in the top frame of a listing host. It is treated as hostile, and
 *   `url` is the tab's address now (`sender.url` is stale after an SPA move); null as document is
 *   the one that the tab shows.
 * - `own`: a page or frame of the extension; `tabId` is the tab it stands in, null for none.
 */
export type Sender =
  | { tier: 'page'; tabId: number; documentId: string | null; url: URL }
  | { tier: 'own'; tabId: number | null };

/**
 * Decides the tier of a sender, null for one that may ask nothing.
 * `self` is our own id and origin (`chrome-extension://<id>`).
 */
export function senderOf(facts: SenderFacts, self: { id: string; origin: string }): Sender | null {
  if (facts.id !== self.id) return null;
  if (facts.origin === self.origin) return { tier: 'own', tabId: facts.tab?.id ?? null };
  if (facts.frameId !== 0 || facts.tab?.id === undefined || facts.tab.url === undefined)
    return null;
  if (!URL.canParse(facts.tab.url)) return null;
  const url = new URL(facts.tab.url);
  if (!isReadHost(url) || facts.origin !== url.origin) return null;
  return { tier: 'page', tabId: facts.tab.id, documentId: facts.documentId ?? null, url };
}
