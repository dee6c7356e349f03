/**
 * The hosts on which listings of the Taobao family are read, as exact hosts: the manifest's
 * matches, the frame-ancestors of our pages and the settings' site switches all come from here.
 * Sources: `pages/FACTS.md` §1, November 2026.
 */
export const TAOBAO_HOSTS = [
  'detail.tmall.com',
  'detail.tmall.hk',
  'chaoshi.detail.tmall.com',
  'chaoshi.tmall.com',
  'item.taobao.com',
  'world.taobao.com',
  'ju.taobao.com',
] as const;

/** Match patterns of the listing pages on those hosts, for the manifest and the content script. */
export const TAOBAO_MATCHES: string[] = /* @__PURE__ */ TAOBAO_HOSTS.map((host) =>
  host === 'world.taobao.com' ? `https://${host}/item/*` : `https://${host}/*`,
);

const HOSTS: ReadonlySet<string> = new Set(TAOBAO_HOSTS);

/**
 * Whether an address is on a host that we read. Exact hosts, https and the default port only:
 * `item.taobao.com.evil.example` is nobody's.
 */
export function isReadHost(url: Pick<URL, 'protocol' | 'host'>): boolean {
  return url.protocol === 'https:' && HOSTS.has(url.host);
}
