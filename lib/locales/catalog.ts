import type { catalog } from './zh-CN';

/** The shape of a language's words: text, or a function where a figure or name goes in. */
export type Catalog = Widen<typeof catalog>;
type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widen<T[K]> };

export type Language = 'zh-CN' | 'en';

/** The language to show: the setting, or the browser's where the setting is `auto`. */
export function resolveLanguage(setting: 'auto' | Language, browserLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return browserLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Loads a language's words as a chunk of its own, so that a page carries one language only. */
export async function loadCatalog(language: Language): Promise<Catalog> {
  return language === 'en' ? (await import('./en')).catalog : (await import('./zh-CN')).catalog;
}
