import type { Catalog, Language } from './catalog';
import { common as commonEn } from './en/common';
import { overlay as overlayEn } from './en/overlay';
import { popup as popupEn } from './en/popup';
import { common } from './zh-CN/common';
import { overlay } from './zh-CN/overlay';
import { popup } from './zh-CN/popup';

/**
 * The words that dock and chips need, in every language: they stand in the frames' own script, for
 * which language is asked for is known only with the first answer, and to load it then would keep
 * the operator waiting. The words of the options page are three quarters of all and are not here; a
 * test holds every view that a frame can draw to that.
 */
export const OVERLAY_WORDS: Record<Language, Catalog> = {
  'zh-CN': without({ common, overlay, popup }),
  en: without({ common: commonEn, overlay: overlayEn, popup: popupEn }),
};

function without(words: Omit<Catalog, 'options'>): Catalog {
  return {
    ...words,
    get options(): Catalog['options'] {
      throw new Error('no frame carries the words of the options page');
    },
  };
}
