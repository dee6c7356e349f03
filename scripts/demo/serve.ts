import type { BrowserContext, Route } from 'playwright';
import { addressOf, type DemoListing } from './listing.ts';
import { LISTINGS } from './listings.ts';
import { listingPage } from './page.ts';

/** Resolves every name to nothing, beneath everything else: no request leaves even by mistake. */
export const NO_NAMES = '--host-resolver-rules=MAP * ~NOTFOUND';

/** What a page is kept under: the address without what changes as options are chosen. */
export function pageKey(address: string): string {
  const url = new URL(address);
  const id = url.searchParams.get('id');
  return `${url.host}${url.pathname}${id === null ? '' : `?id=${id}`}`;
}

/** The demo listings by their addresses. */
export function demoPages(listings: readonly DemoListing[] = LISTINGS): Map<string, string> {
  return new Map(listings.map((listing) => [pageKey(addressOf(listing)), listingPage(listing)]));
}

/**
 * Answers the pages' addresses and refuses every other one. The browser that it runs in is a
 * showcase: nobody should log in there with a shop's account, so nothing real answers.
 */
export async function serveOnly(
  context: BrowserContext,
  pages: ReadonlyMap<string, string>,
  refused: (address: string) => void = () => {},
): Promise<void> {
  await context.route(/^(https?|wss?):/, async (route: Route) => {
    const address = route.request().url();
    const html = pages.get(pageKey(address));
    if (html === undefined) {
      refused(address);
      await route.abort('blockedbyclient');
      return;
    }
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
}
