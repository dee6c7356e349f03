import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeArrival } from '../lib/content/arrival';
import { startOverlay } from '../lib/content/start';
import { TAOBAO_MATCHES } from '../lib/sites/hosts';
import { taobaoAdapter } from '../lib/sites/taobao/adapter';

/** What the built script runs, where the background puts it in (`lib/background/put-in.ts`). */
export function main(): void {
  const arrival = takeArrival();
  if (arrival !== null) startOverlay(taobaoAdapter, arrival);
}

/** No page is given it by the manifest. */
export default /* @__PURE__ */ defineContentScript({
  matches: TAOBAO_MATCHES,
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main,
});
