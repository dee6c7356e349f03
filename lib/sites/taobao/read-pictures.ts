import type { Detail } from '../../listing/snapshot';
import { cut, LONG } from '../cut';
import { list, asText } from '../json';
import { dataAt, drawn, rowsOf, shown, vote, type Listing, type Vote } from './listing';

/**
 * How many main pictures there are, each counted once: the data holds them in two lists of which
 * each may miss some, and the gallery shows a video's cover as one more thumbnail. Where one source
 * holds all of the other's, it is the fuller one that counts.
 */
export function readImageCount(listing: Listing): Vote<number>[] {
  const urls = ['item.images', 'headImageVO.images'].flatMap((path) =>
    list(dataAt(listing, path), 200),
  );
  const inData = files(urls.map((url) => asText(url) ?? ''));
  const onPage = files(rowsOf(listing.seen, 'thumbnail').map(([file = '']) => file));
  const both = new Set([...inData, ...onPage]);
  const data = vote(listing, 'page-data', 'item.images', inData.size || null);
  const dom = drawn(listing, 'thumbnail', onPage.size || null);
  if (both.size === inData.size) return data;
  return both.size === onPage.size ? dom : [...data, ...dom];
}

/** The pictures' own file names, without the size and format asked for behind them. */
function files(urls: string[]): Set<string> {
  const form = /[^/?#]+?\.(?:jpe?g|png|webp|heic|gif|avif)/i;
  const found = urls.map((url) => form.exec(url)?.[0] ?? '');
  // A picture that is not loaded yet stands as an empty one.
  return new Set(found.filter((file) => file !== '' && file !== 's.gif'));
}

/** Fewest letters that count as a detail in words; less is a heading between pictures. */
const FEW_LETTERS = 10;

/** The detail area 图文详情, which fills only when it is scrolled to. */
export function readDetail(listing: Listing): Vote<Detail>[] {
  return shown(listing, 'detail', (written, [, images = '0']) => {
    const words = cut(written, LONG);
    const imageCount = /^\d{1,6}$/.test(images) ? Number(images) : 0;
    const letters = words.match(/\p{L}/gu)?.length ?? 0;
    const imagesOnly = imageCount > 0 && letters < FEW_LETTERS;
    return words !== '' || imageCount > 0 ? { text: words, imageCount, imagesOnly } : null;
  });
}
