/**
 * The address at which a listing was last read: `taobao:123` on detail.tmall.com. One never read
 * has no host yet: Taobao's own address leads on to the shop's.
 */
export function listingAddress(host: string, listingId: string): string {
  const itemId = listingId.slice(listingId.indexOf(':') + 1);
  if (host === '') return `https://item.taobao.com/item.htm?id=${itemId}`;
  if (host === 'world.taobao.com') return `https://${host}/item/${itemId}.htm`;
  return `https://${host}/item.htm?id=${itemId}`;
}
