import { TAOBAO_HOSTS } from '../hosts';

/**
 * The item id in the address of a listing page, null where the address is of none (facts §1):
 * `…/item.htm?id=`, `detail.tmall.hk/hk/item.htm?id=`, `world.taobao.com/item/{id}.htm`.
 */
export function itemIdOf(url: URL): string | null {
  if (url.protocol !== 'https:' || url.port !== '') return null;
  if (!(TAOBAO_HOSTS as readonly string[]).includes(url.hostname)) return null;
  const inPath = /^\/item\/(\d{6,20})\.htm$/.exec(url.pathname)?.[1];
  if (inPath !== undefined) return inPath;
  if (!/^\/(?:hk\/)?item\.htm$/.test(url.pathname)) return null;
  for (const name of ['id', 'itemId', 'item_id', 'itemNumId']) {
    const id = url.searchParams.get(name);
    if (id !== null && /^\d{6,20}$/.test(id)) return id;
  }
  return null;
}

/** The `skuId` that the app writes into the address after a selection; null without one. */
export function skuIdOf(url: URL): string | null {
  const id = url.searchParams.get('skuId');
  return id !== null && /^\d{1,20}$/.test(id) ? id : null;
}
