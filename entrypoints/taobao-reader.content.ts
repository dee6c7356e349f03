import { defineContentScript } from 'wxt/utils/define-content-script';
import { leaveReader } from '../lib/content/reader-slot';
import { taobaoAdapter } from '../lib/sites/taobao/adapter';

/** The reader of the Taobao family; the background runs it in a page where the site is on. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    leaveReader(taobaoAdapter);
  },
});
