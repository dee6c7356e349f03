import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Catalog, Language } from '../../lib/locales/catalog';

const Words = createContext<{ words: Catalog; language: Language } | null>(null);

/** Gives a language's words to all views below it. */
export function WordsProvider(props: {
  words: Catalog;
  language: Language;
  children: ComponentChildren;
}) {
  const { words, language, children } = props;
  return <Words.Provider value={{ words, language }}>{children}</Words.Provider>;
}

function useGiven() {
  const given = useContext(Words);
  if (given === null) throw new Error('a view stands outside WordsProvider');
  return given;
}

/** The words of the language in use. */
export function useWords(): Catalog {
  return useGiven().words;
}

/** The language in use, for number and date formats and the `lang` attribute. */
export function useLanguage(): Language {
  return useGiven().language;
}
