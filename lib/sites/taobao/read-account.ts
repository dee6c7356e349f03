import type { Account } from '../../listing/snapshot';
import { all, one, rawText } from '../dom';
import { isDegraded } from './gate';
import type { Page } from './page';

/**
 * Whose page this is. Only whether there is a visitor is looked at: neither name nor id is kept.
 * A degraded render is that, whoever is logged in.
 */
export function readAccount(page: Page): Account {
  if (isDegraded(page)) return 'degraded';
  if (rawText(one(page.root, '.site-nav-login-info-nick'))) return 'logged-in';
  for (const script of all(page.root, 'script:not([src])')) {
    // The server writes the visitor's id into the page of a visitor whom it knows (MARSAI 2026-02).
    const user = /__itempage_userinfo\s*=\s*\{\s*"userId":"(.?)/.exec(rawText(script));
    if (user) return user[1] === '"' ? 'logged-out' : 'logged-in';
  }
  // 亲，请登录: drawn in every page at first, so it is the last to be asked.
  return rawText(one(page.root, '.site-nav-sign')).includes('请登录') ? 'logged-out' : 'unknown';
}
