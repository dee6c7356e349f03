import type { SiteAdapter } from './adapter';
import { isReadHost } from './hosts';
import { taobaoAdapter } from './taobao/adapter';

/**
 * The adapter that reads the pages at that address, null where none does. Exact hosts, https and
 * the default port only: `item.taobao.com.evil.example` is nobody's.
 */
export function adapterFor(url: Pick<URL, 'protocol' | 'host'>): SiteAdapter | null {
  return isReadHost(url) ? taobaoAdapter : null;
}
