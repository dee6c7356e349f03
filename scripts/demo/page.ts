import type { DemoListing } from './listing.ts';
import { pageDataScript } from './page-data.ts';
import { escapeHtml, pageBody } from './page-html.ts';
import { pageScript, skuData } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The whole page of a listing, as the server would send it: no address in it is ever asked for. */
export function listingPage(listing: DemoListing): string {
  const site = listing.host.includes('tmall') ? 'tmall.com天猫' : '淘宝网';
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${escapeHtml(listing.title)}-${site}</title><style>${PAGE_STYLE}</style></head>
<body data-spm="30350276"><script>window.__DETAIL_VERSION="2025SSR";</script><div id="ice-container">${pageBody(listing)}</div><script>${pageDataScript(listing)}</script><script type="application/json" id="demo-skus">${skuData(listing)}</script><script>${pageScript(listing)}</script></body></html>`;
}

/** A page of one sentence, for what stands where a listing should: login, slider, off shelf. */
function plainPage(title: string, body: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title></head><body>${body}</body></html>`;
}

/** The platform's security check: a slider instead of the listing. */
export const SLIDER_PAGE = plainPage(
  '验证码拦截',
  '<div id="baxia-punish"><p>亲，请拖动下方滑块完成验证</p><div id="nocaptcha" class="nc-container"><span class="nc-lang-cnt">请按住滑块，拖动到最右边</span></div><iframe title="punish" src="/_____tmd_____/punish?x5step=1"></iframe></div>',
);

/** The detail shell that sends a visitor on to log in. */
export const LOGIN_PAGE = plainPage(
  '登录',
  '<div id="ice-container"></div><script>window.__DETAIL_PAGE="/wow/z/app/tbpc/pc-detail-ssr-2025/home/page/login_jump";</script><p>亲，请登录后继续访问</p>',
);

/** A listing that is gone. */
export const OFF_SHELF_PAGE = plainPage(
  '商品不存在',
  '<div id="ice-container"><div class="errorDetail--k7Dq2wZx"><h3>很抱歉，您查看的商品不存在，可能已下架或者被转移</h3></div></div>',
);
