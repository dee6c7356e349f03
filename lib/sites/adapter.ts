import type { PageReport } from '../listing/page-report';

/** What a reader is handed: the page, its address and the clock. Nothing else is reached for. */
export type PageView = { document: Document; url: URL; nowMs: number };

/** Where on the page something stands, in the page's own words. */
export type PlaceOnPage = {
  place: 'title' | 'attributes' | 'detail' | 'promotions' | 'skus' | 'price' | 'reviews';
  index: number | null;
  quote: string;
};

/** The nodes that the frames are placed by, null or empty where the page has them not. */
export type Anchors = {
  /** The visible title's element; its chip stands right of the last line's end. */
  title: Element | null;
  /** The visible price block; its chip stands right of the price. */
  price: Element | null;
  /** Title, price, SKU choice and buy buttons: no frame may cover these. */
  keepClear: Element[];
  /** The main picture, over which the dock may stand where the window is narrow. */
  gallery: Element | null;
};

/** The only code that knows a site's page structure. All of it is read only. */
export type SiteAdapter = {
  site: 'taobao';
  /** The item id in the address, null where the address is of no listing. */
  itemId(url: URL): string | null;
  /** The listing as it is seen, to be interpreted elsewhere, or why there is none to read. */
  read(page: PageView): PageReport;
  anchors(document: Document): Anchors;
  /** The element that holds that evidence, null where it is not on the page now. */
  locate(document: Document, at: PlaceOnPage): Element | null;
  /** The nodes whose changes mean that the reading may be stale (SKU click, late content). */
  watched(document: Document): Element[];
};
