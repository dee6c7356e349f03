import type { SiteAdapter } from './adapter';
import { TAOBAO_HOSTS } from './hosts';
import { taobaoAdapter } from './taobao/adapter';

/**
 * The adapter that reads the pages at that address, null where none does. Exact hosts, https and
 * the default port only: `item.taobao.com.evil.example` is nobody's.
 */
export function adapterFor(url: URL): SiteAdapter | null {
  return TAOBAO_HOSTS.some((host) => url.origin === `https://${host}`) ? taobaoAdapter : null;
}
