import { applyTheme } from '../../components/ui/theme';
import { resolveLanguage } from '../../lib/locales/catalog';
import { OVERLAY_WORDS } from '../../lib/locales/overlay-words';
import type { ViewSettings } from '../../lib/messaging/protocol';
import type { Look } from './view-settings';

/** Puts theme and language of a frame in place, at once; its words are in its own script. */
export function frameLook(view: ViewSettings): Look {
  applyTheme(view.theme);
  const language = resolveLanguage(view.language, navigator.language);
  document.documentElement.lang = language;
  const words = OVERLAY_WORDS[language];
  document.title = words.common.brand;
  return { words, language };
}
