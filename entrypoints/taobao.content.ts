import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '../lib/content/start';
import { TAOBAO_MATCHES } from '../lib/sites/hosts';
import { adapterFor } from '../lib/sites/registry';

export default defineContentScript({
  matches: TAOBAO_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main() {
    startOverlay(adapterFor);
  },
});
