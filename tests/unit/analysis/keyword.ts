import type { Keyword } from '../../../lib/benchmark/keyword';

/** A keyword as tests need it: only what matters is said. */
export function keyword(word: string, more: Partial<Keyword> = {}): Keyword {
  return {
    word,
    metrics: [],
    class: null,
    mustHave: false,
    synonyms: [],
    atomic: false,
    ...more,
  };
}
