import { attr, textPieces, all } from '../dom';
import { at, listAt, text } from '../json';
import type { Detail } from '../../listing/snapshot';
import { cut, LONG } from '../cut';
import { component, dataVote, domVote, type Field, type Page } from './page';
import { find, findAll } from './selectors';
import type { Vote } from './page';

/**
 * How many main pictures there are, each counted once: the data holds them in two lists of which
 * each may miss some, and the gallery shows a video's cover as one more thumbnail.
 */
export function readImageCount(page: Page): Field<number> {
  const head = component(page, 'headImageVO');
  const lists = [listAt(page.data, 'item.images', 200), listAt(head.value, 'images', 200)];
  const inData = new Set(lists.flat().map((one) => pictureOf(text(one))));
  const thumbnails = findAll(page.document, 'thumbnails');
  const shown = new Set(
    thumbnails.map(({ element }) => pictureOf(attr(element, 'data-src') ?? attr(element, 'src'))),
  );
  for (const names of [inData, shown]) names.delete(null);
  const data = inData.size === 0 ? [] : dataVote(page, inData.size, 'item.images');
  const dom =
    shown.size === 0 || domVote(page, 'gallery', [...shown], '').length === 0
      ? []
      : domVote(page, null, shown.size, thumbnails[0]?.css ?? '');
  // One may hold what the other has not yet; then the fuller one is right.
  if (data.length > 0 && dom.length > 0) {
    if (isWithin(shown, inData)) return { votes: data, why: 'absent' };
    if (isWithin(inData, shown)) return { votes: dom, why: 'absent' };
  }
  return { votes: [...data, ...dom], why: 'absent' };
}

function isWithin(part: Set<string | null>, whole: Set<string | null>): boolean {
  return [...part].every((one) => whole.has(one));
}

/** The picture's own file name, without the size and format that are asked for behind it. */
function pictureOf(url: string | null): string | null {
  const file = /([^/?#]+?\.(?:jpe?g|png|webp|heic|gif|avif))(?=$|[_?#.])/i.exec(url ?? '')?.[1];
  return file === undefined || file.startsWith('s.gif') ? null : file.toLowerCase();
}

/** Fewest letters that count as a detail in words; less is a heading between pictures. */
const FEW_LETTERS = 10;

/** The detail area 图文详情, which fills only when it is scrolled to. */
export function readDetail(page: Page): Field<Detail> {
  const area = find(page.document, 'detail');
  if (area === null) return { votes: [], why: 'not-rendered' };
  const words = textPieces(area.element, LONG).map((piece) => piece.text);
  const written = cut(words.join('\n'), LONG);
  const imageCount = all(area.element, 'img').length;
  if (written === '' && imageCount === 0) return { votes: [], why: 'not-rendered' };
  const letters = written.match(/\p{L}/gu)?.length ?? 0;
  const value = { text: written, imageCount, imagesOnly: imageCount > 0 && letters < FEW_LETTERS };
  const votes: Vote<Detail>[] = domVote(page, 'detail', value, area.css);
  return { votes, why: 'not-rendered' };
}
