import type { RawBrowser } from './raw-browser.ts';
import { pageKey } from '../../../scripts/demo/serve.ts';

/** A node as the browser's protocol tells it; `attributes` are names and values in turn. */
type Node = {
  nodeName: string;
  nodeValue?: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
};

/** What there is of us in a page: hosts under its root, frames in them and those in sight, texts. */
export type OfUs = { hosts: number; frames: string[]; docks: number; texts: string[] };

/** A web page in a tab of its own, served from memory; every other address is refused. */
export class RawTab {
  /** Uncaught errors of the page and of every world in it, ours too. */
  readonly uncaught: string[] = [];
  readonly #browser: RawBrowser;
  readonly #targetId: string;
  readonly #sessionId: string;

  private constructor(browser: RawBrowser, targetId: string, sessionId: string) {
    this.#browser = browser;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
  }

  static async open(
    browser: RawBrowser,
    address: string,
    pages: ReadonlyMap<string, string>,
  ): Promise<RawTab> {
    const { cdp } = browser;
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const tab = new RawTab(browser, targetId, sessionId);
    cdp.listen(sessionId, 'Fetch.requestPaused', (params) => {
      const { requestId, request } = params as { requestId: string; request: { url: string } };
      const html = pages.get(pageKey(request.url));
      const answer =
        html === undefined
          ? tab.#send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
          : tab.#send('Fetch.fulfillRequest', {
              requestId,
              responseCode: 200,
              responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
              body: Buffer.from(html).toString('base64'),
            });
      // A page that is left meanwhile has no use for it.
      answer.catch(() => undefined);
    });
    cdp.listen(sessionId, 'Runtime.exceptionThrown', (params) => {
      tab.uncaught.push(errorText(params));
    });
    await tab.#send('Fetch.enable', { patterns: [{ urlPattern: 'http*' }] });
    await tab.#send('Runtime.enable', {});
    await tab.#send('Page.enable', {});
    await tab.#send('Page.navigate', { url: address });
    return tab;
  }

  #send<T>(method: string, params: object): Promise<T> {
    return this.#browser.cdp.send<T>(method, params, this.#sessionId);
  }

  /** Reloads it as the operator does. */
  async reload(): Promise<void> {
    await this.#send('Page.reload', {});
  }

  /** Brings it to the front: a tab behind others is drawn and timed less often. */
  async show(): Promise<void> {
    await this.#browser.cdp.send('Target.activateTarget', { targetId: this.#targetId });
  }

  /** What there is of us, closed shadow roots too. */
  async ofUs(): Promise<OfUs> {
    const { root } = await this.#send<{ root: Node }>('DOM.getDocument', {
      depth: -1,
      pierce: true,
    });
    const html = root.children?.find((node) => node.nodeName === 'HTML');
    const hosts = (html?.children ?? []).filter((node) => node.shadowRoots !== undefined);
    const found: OfUs = { hosts: hosts.length, frames: [], docks: 0, texts: [] };
    const walk = (node: Node): void => {
      if (node.nodeName === '#text' && node.nodeValue?.trim()) {
        found.texts.push(node.nodeValue.trim());
      }
      if (node.nodeName === 'IFRAME') {
        const kind = attribute(node, 'class');
        found.frames.push(kind);
        if (/\bdock\b/.test(kind) && !/\baway\b/.test(kind)) found.docks += 1;
      }
      for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child);
    };
    for (const host of hosts) walk(host);
    return found;
  }
}

function attribute({ attributes = [] }: Node, name: string): string {
  for (let at = 0; at < attributes.length; at += 2) {
    if (attributes[at] === name) return attributes[at + 1] ?? '';
  }
  return '';
}

/** What an uncaught error says, of the protocol's event. */
export function errorText(params: unknown): string {
  const { exceptionDetails: told } = params as {
    exceptionDetails: { text: string; exception?: { description?: string } };
  };
  return told.exception?.description ?? told.text;
}

/**
 * The uncaught errors of our own frames and of the worker that are there now, told anew by the
 * browser to whoever begins to listen.
 */
export async function uncaughtOfOurs({ cdp, id }: RawBrowser): Promise<string[]> {
  const { targetInfos } = await cdp.send<{
    targetInfos: { targetId: string; type: string; url: string }[];
  }>('Target.getTargets');
  const ours = targetInfos.filter(({ type, url }) =>
    type === 'service_worker' ? url.includes(id) : /\/(dock|chip)\.html/.test(url),
  );
  const found: string[] = [];
  for (const { targetId } of ours) {
    const attached = await cdp
      .send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
      .catch(() => null);
    // Gone meanwhile.
    if (attached === null) continue;
    const { sessionId } = attached;
    cdp.listen(sessionId, 'Runtime.exceptionThrown', (params) => found.push(errorText(params)));
    await cdp.send('Runtime.enable', {}, sessionId).catch(() => undefined);
    await cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }
  return found;
}
