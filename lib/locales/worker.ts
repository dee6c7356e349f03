import type { Language } from './catalog';

/**
 * The few words the background itself shows or stores. A service worker can't load a catalog as a
 * chunk of its own (`import()` is refused there), and needs no more than these.
 */
export const WORKER_WORDS: Record<Language, { firstList: string; menuSidePanel: string }> = {
  'zh-CN': {
    firstList: '关注',
    menuSidePanel: '在侧边栏打开标尺',
  },
  en: {
    firstList: 'Watched',
    menuSidePanel: 'Open Yardstick in the side panel',
  },
};
