import { defineContentScript } from 'wxt/utils/define-content-script';
import { tellArrival } from '../lib/content/arrival';
import { send } from '../lib/content/wire';
import { TAOBAO_MATCHES } from '../lib/sites/hosts';

/** What the built script runs (`bareContentScripts` in `wxt.config.ts`). */
export function main(): void {
  tellArrival(send);
}

/** What WXT makes the manifest of; no page carries it. */
export default /* @__PURE__ */ defineContentScript({
  matches: TAOBAO_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main,
});
