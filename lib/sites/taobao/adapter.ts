import type { PageReport } from '../../listing/page-report';
import type { PageView, SiteAdapter } from '../adapter';
import { rootOf, textPieces } from '../dom';
import { itemIdOf } from './address';
import { collect } from './collect';
import { pageState } from './page-state';
import { anchors, locate, watched } from './places';
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

function read(view: PageView): PageReport {
  const { document, url } = view;
  if (url.pathname.includes('/_____tmd_____/')) return { state: 'blocked', why: 'punish' };
  const itemId = itemIdOf(url);
  if (!itemId) return { state: 'not-listing' };
  const seen = pageState(document, itemId) ?? collect(view, itemId);
  if (seen) return seen;
  // A page that is drawn, and has none of what every listing has, is of a kind that is not known.
  const root = rootOf(document);
  const drawn = (part: 'panel' | 'app'): number =>
    textPieces(nodeOf(root, part), DRAWN_APP).join('').length;
  const isKnown = nodeOf(root, 'title') !== null;
  return !isKnown && (drawn('panel') >= DRAWN_PANEL || drawn('app') >= DRAWN_APP)
    ? { state: 'changed', itemId, missing: ['title', 'beforePrice'] }
    : { state: 'not-ready', itemId };
}
