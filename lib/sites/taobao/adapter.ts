import type { ReadResult } from '../../listing/read-result';
import type { PageView, SiteAdapter } from '../adapter';
import { rootOf, textPieces } from '../dom';
import { itemIdOf } from './address';
import { openPage } from './open-page';
import { pageState } from './page-state';
import { anchors, locate, watched } from './places';
import { readSnapshot } from './read-snapshot';
import { nodeOf } from './selectors';

/** Reads the 2025 page app that serves Taobao, Tmall, Tmall Global and 天猫超市 listings. */
export const taobaoAdapter: SiteAdapter = {
  site: 'taobao',
  itemId: itemIdOf,
  read,
  anchors,
  locate,
  watched,
};

/** Least text of a purchase panel, and of a whole app, that is drawn and not known. */
const DRAWN_PANEL = 40;
const DRAWN_APP = 1500;

function read(view: PageView): ReadResult {
  const { document, url } = view;
  if (url.pathname.includes('/_____tmd_____/')) return { state: 'blocked', why: 'punish' };
  const itemId = itemIdOf(url);
  if (!itemId) return { state: 'not-listing' };
  const stopped = pageState(document, itemId);
  if (stopped) return stopped;
  const page = openPage(view, itemId);
  if (!page) return { state: 'not-ready', itemId };
  const snapshot = readSnapshot(page);
  const { title, beforePrice, finalPrice } = snapshot;
  if ([title, beforePrice, finalPrice].some((one) => one.value ?? one.candidates[0])) {
    if (page.chosen.source) page.memory.firstSelection ??= page.chosen.selection;
    return { state: 'ok', snapshot };
  }
  // A page that is drawn, and has none of what every listing has, is of a kind that is not known.
  const drawn = (part: 'panel' | 'app'): number =>
    textPieces(nodeOf(rootOf(document), part), DRAWN_APP).join('').length;
  return drawn('panel') >= DRAWN_PANEL || drawn('app') >= DRAWN_APP
    ? { state: 'changed', itemId, missing: snapshot.missing.map(({ field }) => field) }
    : { state: 'not-ready', itemId };
}
