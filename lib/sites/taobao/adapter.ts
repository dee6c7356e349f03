import type { ReadResult } from '../../listing/read-result';
import type { PageView, SiteAdapter } from '../adapter';
import { textPieces } from '../dom';
import { itemIdOf } from './address';
import { openPage } from './open-page';
import { pageState } from './page-state';
import { anchors, locate, watched } from './places';
import { readSnapshot } from './read-snapshot';
import { find } from './selectors';

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
  const stopped = pageState(view);
  if (stopped !== null) return stopped;
  const itemId = itemIdOf(view.url) ?? '';
  const page = openPage(view, itemId);
  if (page === null) return { state: 'not-ready', itemId };
  const snapshot = readSnapshot(page);
  const { title, beforePrice, finalPrice } = snapshot;
  const seen = [title, beforePrice, finalPrice].some(
    (reading) => reading.value !== null || reading.candidates.length > 0,
  );
  if (!seen) {
    const missing = snapshot.missing.map((one) => one.field);
    return isDrawn(view.document)
      ? { state: 'changed', itemId, missing }
      : { state: 'not-ready', itemId };
  }
  page.memory.firstSelection ??= page.chosen.selection;
  return { state: 'ok', snapshot };
}

/** Whether the page is drawn, so that a listing without one known node is of an unknown kind. */
function isDrawn(document: Document): boolean {
  const shown = (part: 'panel' | 'app'): number =>
    textPieces(find(document, part)?.element ?? null, 2 * DRAWN_APP).reduce(
      (length, piece) => length + piece.text.length,
      0,
    );
  return shown('panel') >= DRAWN_PANEL || shown('app') >= DRAWN_APP;
}
