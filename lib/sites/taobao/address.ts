/**
 * The item id in the address of a listing page, null where the address is of none (facts §1):
 * `…/item.htm?id=`, `detail.tmall.hk/hk/item.htm?id=`, `world.taobao.com/item/{id}.htm`. Which
 * hosts are read is decided before, by the registry.
 */
export function itemIdOf(url: URL): string | null {
  const path = /^\/(?:hk\/)?item(?:\/(\d{6,20}))?\.htm$/.exec(url.pathname);
  if (!path) return null;
  const named = ['id', 'itemId', 'item_id', 'itemNumId'].map((name) => url.searchParams.get(name));
  return [path[1], ...named].find((id) => id && /^\d{6,20}$/.test(id)) ?? null;
}

/** The `skuId` that the app writes into the address after a selection; null without one. */
export function skuIdOf(url: URL): string | null {
  return /^\d{1,20}$/.exec(url.searchParams.get('skuId') ?? '')?.[0] ?? null;
}
