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
  if (page.document === null) return 'unknown';
  if (rawText(one(page.document, '.site-nav-login-info-nick')).trim() !== '') return 'logged-in';
  for (const script of all(page.document, 'script:not([src])', 500)) {
    const text = rawText(script);
    // The server writes the visitor's id into the page of a visitor whom it knows (MARSAI 2026-02).
    const user = /__itempage_userinfo\s*=\s*\{\s*"userId"\s*:\s*"([^"]{0,80})"/.exec(text);
    if (user !== null) return user[1] === '' ? 'logged-out' : 'logged-in';
  }
  // 亲，请登录: drawn in every page at first, so it is the last to be asked.
  const sign = rawText(one(page.document, '.site-nav-sign')).slice(0, 100);
  return sign.includes('请登录') ? 'logged-out' : 'unknown';
}
