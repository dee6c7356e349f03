import type { Page } from '@playwright/test';

/** What a spying page wrote down while it loaded, and how it searches for words. */
type Spy = { heard: string[]; look: () => string[] };

/**
 * Makes the page a spy before any other script runs: it hooks the natives that data could pass
 * through, listens to every event that it can name, and watches the tree, the performance entries
 * and the policy's reports.
 */
export async function addSpy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const heard: string[] = [];
    const plain = JSON.stringify;
    const hear = (from: string, what: unknown) => {
      let text = '';
      try {
        text = typeof what === 'string' ? what : (plain(what) ?? String(what));
      } catch {
        text = String(what);
      }
      heard[heard.length] = `${from}: ${text.slice(0, 4000)}`;
    };
    const types = Object.keys(window)
      .concat(Object.keys(HTMLElement.prototype), Object.keys(Document.prototype))
      .filter((name) => name.startsWith('on'))
      .map((name) => name.slice(2));
    types.push('focusin', 'focusout', 'DOMContentLoaded');
    const hook = (owner: object, name: string) => {
      const native = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
      if (typeof native !== 'function') throw new Error(`there is no ${name} to hook`);
      Reflect.set(owner, name, function hooked(this: unknown, ...args: unknown[]) {
        hear(name, args.map(String));
        return Reflect.apply(native, this, args);
      });
    };
    hook(Element.prototype, 'attachShadow');
    hook(Element.prototype, 'setAttribute');
    hook(Element.prototype, 'append');
    hook(Node.prototype, 'appendChild');
    hook(Node.prototype, 'insertBefore');
    hook(EventTarget.prototype, 'dispatchEvent');
    hook(Document.prototype, 'createElement');
    hook(JSON, 'stringify');
    hook(JSON, 'parse');
    hook(window, 'postMessage');
    hook(window, 'fetch');
    hook(XMLHttpRequest.prototype, 'open');
    hook(Storage.prototype, 'setItem');
    hook(IDBFactory.prototype, 'open');
    hook(Map.prototype, 'set');
    hook(String.prototype, 'normalize');
    hook(CSSStyleSheet.prototype, 'replaceSync');
    for (const line of ['log', 'warn', 'error', 'info', 'debug']) hook(console, line);
    const setSource = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
    Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
      ...setSource,
      set(value: string) {
        hear('iframe.src', value);
        setSource?.set?.call(this, value);
      },
    });
    for (const type of new Set(types)) {
      window.addEventListener(
        type,
        (event) => {
          // The page's own hooked arrays would hear themselves.
          const data = event instanceof MessageEvent ? plain([event.data, event.origin]) : '';
          const key = event instanceof KeyboardEvent ? event.key : '';
          const at = event
            .composedPath()
            .map((one) => (one instanceof Element ? (one.cloneNode() as Element).outerHTML : ''))
            .join('<');
          heard[heard.length] = `event ${type} ${data}${key} ${at}`;
        },
        true,
      );
    }
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) {
          if (node instanceof Element && record.target === document.documentElement)
            heard[heard.length] = `added ${node.outerHTML.slice(0, 200_000)}`;
        }
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of PerformanceObserver.supportedEntryTypes) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const more = entry as unknown as {
            sources?: { node: Node | null }[];
            attribution?: unknown;
          };
          const nodes = (more.sources ?? []).map(({ node }) => node?.nodeName ?? '').join();
          heard[heard.length] =
            `${type}: ${plain(entry)} ${nodes} ${plain(more.attribution ?? '')}`;
        }
      }).observe({ type, buffered: true });
    }
    new ReportingObserver((reports) => hear('report', reports), { buffered: true }).observe();

    const look = () => {
      const places: string[] = [];
      const put = (text: unknown) => {
        places[places.length] = String(text);
      };
      const { documentElement: html, body } = document;
      put(html.outerHTML);
      put(html.innerText);
      put(html.textContent);
      document.execCommand('selectAll');
      put(document.getSelection());
      const copied = (event: ClipboardEvent) => {
        put(document.getSelection());
        put(event.clipboardData?.getData('text/html'));
      };
      document.addEventListener('copy', copied);
      document.execCommand('copy');
      for (const node of [...html.children].filter(
        (one) => one !== document.head && one !== body,
      )) {
        put((node as HTMLElement).innerText);
        put(node.shadowRoot?.textContent);
        put(plain(getComputedStyle(node)));
        put(new XMLSerializer().serializeToString(node));
        put(node.getHTML({ serializableShadowRoots: true }));
        // What the accessibility tree tells a page of an element.
        for (const name of ['role', 'ariaLabel', 'ariaDescription', 'ariaRoleDescription', 'title'])
          put(Reflect.get(node, name));
        const range = document.createRange();
        range.selectNode(node);
        const selection = document.getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        put(selection);
        put(selection?.getComposedRanges?.({}).map((one) => one.startContainer.nodeName));
      }
      for (let x = 5; x < innerWidth; x += 40) {
        for (let y = 5; y < innerHeight; y += 40) {
          for (const node of document.elementsFromPoint(x, y)) {
            if (node.parentNode === html && node !== body) put(node.outerHTML);
          }
          const caret = document.caretPositionFromPoint?.(x, y)?.offsetNode;
          if (caret !== undefined && !body.contains(caret)) put(caret.textContent);
        }
      }
      put(document.activeElement?.outerHTML);
      for (let i = 0; i < window.length; i += 1) {
        const frame = window[i] as Window;
        for (const name of ['document', 'name', 'location', 'origin', 'frameElement']) {
          try {
            put(Reflect.get(frame, name));
            if (name === 'location') put(frame.location.href);
          } catch (error) {
            put((error as Error).message);
            put((error as Error).stack);
          }
        }
      }
      for (const entry of performance.getEntries()) put(plain(entry));
      for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets])
        put(sheet.href);
      for (const animation of document.getAnimations()) put(animation.id);
      for (const line of heard) put(line);
      return places;
    };
    Object.defineProperty(window, 'spy', { value: { heard, look } });
  });
}

/** Which of the words the page can find by any of its ways. */
export async function searchFor(page: Page, words: string[]): Promise<string[]> {
  // First what it can gather without knowing them: words handed in here would meet its own hooks.
  const places = await page.evaluate(() => (window as unknown as { spy: Spy }).spy.look());
  const inTree = await page.evaluate((all) => {
    // Not in the DOM's types: it finds text even in closed shadow roots.
    const { find } = window as unknown as { find: (...of: unknown[]) => boolean };
    return all.filter((word) => find.call(window, word, false, false, true, false, true));
  }, words);
  for (const word of words) {
    const place = places.find((one) => one.includes(word));
    if (place !== undefined) console.log(`${word} stands in ${place.slice(0, 60)}`);
  }
  return words.filter((word) => inTree.includes(word) || places.some((one) => one.includes(word)));
}

/** Everything that the page has heard so far. */
export function heardBy(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { spy: Spy }).spy.heard);
}
