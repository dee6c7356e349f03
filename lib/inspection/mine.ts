import type { ListingSnapshot } from '../listing/snapshot';
import type { Settings } from '../settings';

/**
 * A listing is mine when its seller is one of my shops, by shop id or seller id. A name alone
 * decides nothing: names are alike and change.
 */
export function isMine(
  listing: Pick<ListingSnapshot, 'shopId' | 'sellerId'>,
  myShops: Settings['myShops'],
): boolean {
  const shopId = listing.shopId.value;
  const sellerId = listing.sellerId.value;
  return myShops.some(
    (shop) =>
      (shopId !== null && shop.shopId === shopId) ||
      (sellerId !== null && shop.sellerId === sellerId),
  );
}
