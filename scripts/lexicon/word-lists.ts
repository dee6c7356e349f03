import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'words');
/** Most words of our own writing: what one person can review. */
export const MOST_OWN_WORDS = 1500;

/** Words of a list: `#` begins a remark, blanks part words. */
function readList(file: string): string[] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '');
}

/** Our reviewed lists: goods and attributes, which of them make no compound, and the characters that head goods. */
export type WordLists = { own: string[]; loose: string[]; heads: string; closers: string };

/** Reads `words/`. Throws where a word stands twice or there are too many: both are slips to mend. */
export function readWordLists(): WordLists {
  const files = readdirSync(FOLDER).filter((file) => !/^(heads|closers)\.txt$/.test(file));
  const own = files.toSorted().flatMap(readList);
  const twice = own.find((word, at) => own.indexOf(word) !== at);
  if (twice !== undefined) throw new Error(`${twice} stands in the lists twice`);
  if (own.length > MOST_OWN_WORDS)
    throw new Error(`${own.length} own words, at most ${MOST_OWN_WORDS}`);
  return {
    own,
    loose: readList('modifiers.txt'),
    heads: readList('heads.txt').join(''),
    closers: readList('closers.txt').join(''),
  };
}
