import { useEffect, useState } from 'preact/hooks';
import {
  loadCatalog,
  resolveLanguage,
  type Catalog,
  type Language,
} from '../../lib/locales/catalog';
import type { Settings } from '../../lib/settings';

/** The words of the language that the setting asks for; the old ones stay until they are loaded. */
export function useCatalog(
  setting: Settings['language'],
): { words: Catalog; language: Language } | null {
  const [loaded, setLoaded] = useState<{ words: Catalog; language: Language } | null>(null);
  const language = resolveLanguage(setting, navigator.language);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const words = await loadCatalog(language);
      if (gone) return;
      document.documentElement.lang = language;
      setLoaded({ words, language });
    };
    void load();
    return () => {
      gone = true;
    };
  }, [language]);
  return loaded;
}
