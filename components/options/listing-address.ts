export { listingAddress } from '../../lib/listing/listing-address';

/**
 * The listing that a pasted address or bare item id speaks of, null where there is none in it.
 * Only the listing hosts given count, so that a shop's or search page's numbers are no listing.
 */
export function listingIdIn(text: string, hosts: readonly string[]): string | null {
  const plain = text.normalize('NFKC').trim();
  if (/^(taobao:)?\d{6,20}$/.test(plain)) return `taobao:${plain.replace('taobao:', '')}`;
  if (!URL.canParse(plain)) return null;
  const url = new URL(plain);
  if (!hosts.includes(url.hostname)) return null;
  const itemId = url.searchParams.get('id') ?? /^\/item\/(\d+)\.htm/.exec(url.pathname)?.[1] ?? '';
  return /^\d{6,20}$/.test(itemId) ? `taobao:${itemId}` : null;
}
