import type { Detail } from '../../listing/snapshot';
import { cut, LONG } from '../cut';
import { all, attr, textPieces } from '../dom';
import { list, text } from '../json';
import { dataAt, fresh, shown, vote, type Page, type Vote } from './page';
import { findAll } from './selectors';

/**
 * How many main pictures there are, each counted once: the data holds them in two lists of which
 * each may miss some, and the gallery shows a video's cover as one more thumbnail. Where one source
 * holds all of the other's, it is the fuller one that counts.
 */
export function readImageCount(page: Page): Vote<number>[] {
  const thumbnails = findAll(page.root, 'thumbnail');
  const inData = picturesInData(page);
  const drawn = files(
    thumbnails.map(({ element }) => attr(element, 'data-src') || attr(element, 'src')),
  );
  const isFresh = drawn.length > 0 && fresh(page, 'gallery', drawn);
  const both = files([...inData, ...(isFresh ? drawn : [])]);
  const data = vote(page, 'page-data', 'item.images', inData.length || null);
  const dom = vote(page, 'dom', thumbnails[0]?.css ?? '', isFresh ? drawn.length : null);
  if (both.length === inData.length) return data;
  return both.length === drawn.length ? dom : [...data, ...dom];
}

/** The main pictures that the data names. */
export function picturesInData(page: Page): string[] {
  const lists = ['item.images', 'headImageVO.images'].map((path) => list(dataAt(page, path), 200));
  return files(lists.flat().map(text));
}

/** The pictures' own file names, each once, without the size and format asked for behind them. */
function files(urls: (string | null)[]): string[] {
  const form = /[^/?#]+?\.(?:jpe?g|png|webp|heic|gif|avif)/i;
  const found = urls.map((url) => form.exec(url ?? '')?.[0] ?? 's.gif');
  return [...new Set(found)].filter((file) => file !== 's.gif');
}

/** Fewest letters that count as a detail in words; less is a heading between pictures. */
const FEW_LETTERS = 10;

/** The detail area 图文详情, which fills only when it is scrolled to. */
export function readDetail(page: Page): Vote<Detail>[] {
  return shown(
    page,
    'detail',
    (area) => {
      const written = cut(textPieces(area, LONG).join('\n'), LONG);
      const imageCount = all(area, 'img').length;
      const letters = written.match(/\p{L}/gu)?.length ?? 0;
      const imagesOnly = imageCount > 0 && letters < FEW_LETTERS;
      return written || imageCount > 0 ? { text: written, imageCount, imagesOnly } : null;
    },
    'detail',
  );
}
