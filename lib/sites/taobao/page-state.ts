import type { ReadResult } from '../../listing/read-result';
import type { PageView } from '../adapter';
import { all, attr, bodyOf, isLoading, one, rawText, textPieces } from '../dom';
import { pageDataOf } from '../page-data';
import { itemIdOf } from './address';
import { find } from './selectors';

/** 拖动滑块, 按住滑块, 请完成验证, 安全验证 (facts §2.6) */
const SLIDER_WORDS = /(?:拖动|按住|拖拽).{0,6}滑块|请完成验证|安全验证/;
/** 访问受限, 亲，请稍后再试, 访问行为存在异常, 访问被拒绝 */
const PUNISH_WORDS = /访问受限|请稍后再试|访问行为存在异常|访问被拒绝/;
const LOGIN_WORDS = /密码登录|扫码登录|短信登录|登录后(?:查看|继续)/;
/** 商品不存在, 宝贝不存在, 已下架, 已经下架 */
const GONE_WORDS = /(?:商品|宝贝)不存在|已(?:经)?下架/;

const SLIDER_NODES = '#baxia-dialog-content,#nc_1_wrapper,#nocaptcha,.nc-container';
const PUNISH_NODES = 'iframe[src*="punish"],iframe[src*="_____tmd_____"],#baxia-punish';
const LOGIN_NODES =
  '#fm-login-id,#login-form,iframe[src*="//login.taobao.com"],iframe[src*="//login.tmall.com"]';

/**
 * What the page is where it is no listing that can be read: null where it may be read. The words
 * of blocked and off-shelf pages count only where the product's nodes are missing: a listing may
 * well sell 直线导轨滑块.
 */
export function pageState({ document, url }: PageView): ReadResult | null {
  if (url.pathname.includes('/_____tmd_____/')) return { state: 'blocked', why: 'punish' };
  const itemId = itemIdOf(url);
  if (itemId === null) return { state: 'not-listing' };
  if (isLoading(document)) return { state: 'not-ready', itemId };
  if (find(document, 'title') !== null) {
    // A listing that was taken off keeps its panel; the words stand where the buy buttons were.
    const foot = rawText(find(document, 'panelFoot')?.element ?? null).slice(0, 500);
    return GONE_WORDS.test(foot) ? { state: 'off-shelf', itemId } : null;
  }
  if (one(document, SLIDER_NODES) !== null) return { state: 'blocked', why: 'slider' };
  if (one(document, PUNISH_NODES) !== null) return { state: 'blocked', why: 'punish' };
  if (one(document, LOGIN_NODES) !== null) return { state: 'blocked', why: 'login' };
  if (pageDataOf(document).some(({ ids }) => ids.includes(itemId))) return null;
  return fromWords(document, itemId);
}

function fromWords(document: Document, itemId: string): ReadResult | null {
  const words = textPieces(bodyOf(document), 4000)
    .map((piece) => piece.text)
    .join(' ');
  if (SLIDER_WORDS.test(words)) return { state: 'blocked', why: 'slider' };
  if (PUNISH_WORDS.test(words)) return { state: 'blocked', why: 'punish' };
  if (LOGIN_WORDS.test(words) || jumpsToLogin(document)) return { state: 'blocked', why: 'login' };
  return GONE_WORDS.test(words) ? { state: 'off-shelf', itemId } : null;
}

/** A shell without product whose script leads to the login page. */
function jumpsToLogin(document: Document): boolean {
  return all(document, 'script', 500).some((script) =>
    `${attr(script, 'src') ?? ''} ${rawText(script)}`.includes('/login_jump'),
  );
}
