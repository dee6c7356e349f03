import type { ReadResult } from '../../listing/read-result';
import { all, isLoading, one, rawText, rootOf, textPieces } from '../dom';
import { pageDataOf } from '../page-data';
import { nodeOf } from './selectors';

type Why = Extract<ReadResult, { state: 'blocked' }>['why'];

/**
 * Nodes and words of blocked pages (facts §2.6), in the order in which they decide: 拖动滑块,
 * 请完成验证, 安全验证 · 访问受限, 亲，请稍后再试, 访问行为存在异常 · 密码登录, 扫码登录, 登录后查看
 */
const BLOCKED: readonly [Why, nodes: string, words: RegExp][] = [
  [
    'slider',
    '#baxia-dialog-content,#nocaptcha,.nc-container',
    /[动住]下?方?滑块|完成.{0,4}验证|安全验证/,
  ],
  [
    'punish',
    'iframe[src*="punish"],iframe[src*="_____tmd_____"]',
    /访问受限|请稍后再试|行为存在异常|访问被拒绝/,
  ],
  [
    'login',
    '#fm-login-id,#login-form,iframe[src*="//login.t"],script[src*="/login_jump"]',
    /(?:密码|扫码|短信)登录|登录后[查继]/,
  ],
];
/** 商品不存在, 宝贝不存在, 已下架, 已经下架 */
const GONE = /[品贝]不存在|已经?下架/;

/**
 * What the page of an item is where it is no listing that can be read: null where it may be read.
 * The words of blocked and off-shelf pages count only where the product's nodes are missing: a
 * listing may well sell 直线导轨滑块.
 */
export function pageState(document: Document, itemId: string): ReadResult | null {
  if (isLoading(document)) return { state: 'not-ready', itemId };
  const root = rootOf(document);
  // A listing that was taken off keeps its panel; the words stand where the buy buttons were.
  if (nodeOf(root, 'title'))
    return GONE.test(rawText(nodeOf(root, 'panelFoot'))) ? { state: 'off-shelf', itemId } : null;
  const nodes = BLOCKED.find(([, css]) => one(root, css));
  if (nodes) return { state: 'blocked', why: nodes[0] };
  if (pageDataOf(root).some(({ ids }) => ids.includes(itemId))) return null;
  const words = textPieces(one(root, 'body'), 4000).join(' ');
  const said = BLOCKED.find(([, , form]) => form.test(words));
  if (said) return { state: 'blocked', why: said[0] };
  // A shell without product whose script leads to the login page.
  if (all(root, 'script').some((script) => rawText(script).includes('/login_jump')))
    return { state: 'blocked', why: 'login' };
  return GONE.test(words) ? { state: 'off-shelf', itemId } : null;
}
