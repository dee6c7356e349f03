import { applyTheme } from '../../components/ui/theme';
import {
  loadCatalog,
  resolveLanguage,
  type Catalog,
  type Language,
} from '../../lib/locales/catalog';
import type { ViewSettings } from '../../lib/messaging/protocol';

/** Words and language of a page of ours, ready to be drawn. */
export type Look = { words: Catalog; language: Language };

/** Puts theme and language in place and loads the words. */
export async function takeOnLook(view: ViewSettings): Promise<Look> {
  applyTheme(view.theme);
  const language = resolveLanguage(view.language, navigator.language);
  document.documentElement.lang = language;
  const words = await loadCatalog(language);
  document.title = words.common.brand;
  return { words, language };
}
