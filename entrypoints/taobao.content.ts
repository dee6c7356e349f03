import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '../lib/content/start';
import { TAOBAO_MATCHES } from '../lib/sites/hosts';
import { adapterFor } from '../lib/sites/registry';

/** What the built script runs (`bareContentScripts` in `wxt.config.ts`). */
export function main(): void {
  const adapter = adapterFor(location); // a move within the page keeps its host
  if (adapter !== null) startOverlay(adapter);
}

/** What WXT makes the manifest of; no page carries it. */
export default /* @__PURE__ */ defineContentScript({
  matches: TAOBAO_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main,
});
