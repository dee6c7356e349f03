import '../lib/zod-jitless';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { AnswerPorts } from '../lib/background/answer-ports';
import { CompiledCache } from '../lib/background/compiled-cache';
import { cropPicture } from '../lib/background/crop-picture';
import { pictureOf } from '../lib/background/picture-of';
import { putIn } from '../lib/background/put-in';
import { Rounds } from '../lib/background/round';
import { showTab } from '../lib/background/show-tab';
import { showBadge } from '../lib/background/show-badge';
import { compiledFiles } from '../lib/background/compiled-files';
import type { House } from '../lib/background/house';
import { listen } from '../lib/background/listen';
import { packagedSegmenter } from '../lib/background/packaged-segmenter';
import { packagedText } from '../lib/background/packaged-text';
import { TabQueue } from '../lib/background/tab-queue';
import { TabStates } from '../lib/background/tab-state';
import { toTab } from '../lib/background/to-tab';
import { isNewSession } from '../lib/background/verify-when-due';
import { movableArea } from '../lib/db/bucket-area';
import { browserBuckets, placeOf } from '../lib/db/buckets';
import { sealedImports } from '../lib/db/sealed-imports';
import { sealedPlace } from '../lib/db/sealed-place';
import { steadyArea } from '../lib/db/steady-area';
import { openStore } from '../lib/db/store';
import { TAOBAO_MATCHES } from '../lib/sites/hosts';

/** Digest of the sources and the lexicon that compiling keywords depends on (`wxt.config.ts`). */
declare const COMPILER_STAMP: string;

export default defineBackground({
  type: 'module',
  main() {
    const nowMs = () => Date.now();
    const buckets = browserBuckets();
    const local = movableArea(browser.storage.local, placeOf('second', buckets));
    const sealed = sealedPlace(() => navigator.storage.getDirectory(), buckets);
    const sealedFiles = sealed.files;
    const house: House = {
      sealedFiles,
      store: openStore({
        area: sealedImports(steadyArea(local), sealedFiles('kept')),
        files: sealedFiles('history'),
        moveFiles: () => sealed.moveOn(),
        isNewSession: () => isNewSession(browser.storage.session),
        buckets,
        nowMs,
      }),
      tabs: new TabStates(browser.storage.session),
      rounds: new Rounds(browser.storage.session),
      compiled: new CompiledCache({
        segmenter: packagedSegmenter(),
        files: compiledFiles(sealedFiles('cache'), (task, ms) => void setTimeout(task, ms)),
        compiler: `${COMPILER_STAMP} ${navigator.userAgent}`,
      }),
      ports: new AnswerPorts(),
      queue: new TabQueue(),
      toTab,
      putIn,
      showBadge,
      nowMs,
      newId: () => crypto.randomUUID(),
      browserLanguage: browser.i18n.getUILanguage(),
      urlOf: async (tabId) => {
        const tab = await browser.tabs.get(tabId).catch(() => null);
        return tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
      },
      listingTabs: async () =>
        (await browser.tabs.query({ url: TAOBAO_MATCHES }))
          .map((tab) => tab.id)
          .filter((id) => id !== undefined),
      openOptions: async (hash) => {
        await browser.tabs.create({
          url: browser.runtime.getURL(`/options.html${hash}` as '/options.html'),
        });
      },
      showTab,
      pictureOf,
      cropPicture,
      loadDemoText: () => packagedText('/demo-backup.json'),
    };
    listen(house);
  },
});
