import { MINE } from '../../../scripts/demo/listings.ts';
import {
  listingPage,
  LOGIN_PAGE,
  OFF_SHELF_PAGE,
  SLIDER_PAGE,
} from '../../../scripts/demo/page.ts';

type State = 'login' | 'slider' | 'punish' | 'off-shelf';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title></head><body>${body}</body></html>`;
const shell = (body: string) => page('商品详情', `<div id="ice-container">${body}</div>`);

/** Pages of our own that stand where a listing should, after the forms seen in `pages/FACTS.md`. */
export const GATE_PAGES: [name: string, state: State, html: string][] = [
  ['slider, demo', 'slider', SLIDER_PAGE],
  ['slider, empty container', 'slider', page('验证', '<div class="nc-container"></div>')],
  ['slider by id', 'slider', page('', '<div id="nocaptcha"></div>')],
  ['slider in a dialog', 'slider', shell('<div id="baxia-dialog-content"></div>')],
  ['slider in words', 'slider', page('', '<p>请按住滑块，拖动到最右边</p>')],
  ['slider, drag', 'slider', page('', '<p>拖动下方滑块完成拼图</p>')],
  ['verification', 'slider', page('安全验证', '<p>为了您的账号安全，请完成验证后继续</p>')],
  ['security check', 'slider', page('', '<h1>安全验证</h1><p>请完成下列操作</p>')],
  ['punish frame', 'punish', page('', '<iframe src="/_____tmd_____/punish?x5secdata=1"></iframe>')],
  [
    'punish by name',
    'punish',
    page('', '<iframe src="https://detail.tmall.com/punish/deny"></iframe>'),
  ],
  ['access limited', 'punish', page('访问受限', '<p>抱歉，访问受限</p>')],
  ['try later', 'punish', page('', '<p>亲，请稍后再试</p>')],
  ['odd behaviour', 'punish', page('', '<p>检测到您的访问行为存在异常</p>')],
  ['refused', 'punish', page('', '<h1>访问被拒绝</h1>')],
  ['login, demo', 'login', LOGIN_PAGE],
  ['login form', 'login', page('登录', '<form id="login-form"></form>')],
  ['login field', 'login', page('登录', '<input id="fm-login-id">')],
  [
    'login frame',
    'login',
    page('', '<iframe src="https://login.taobao.com/member/login.jhtml"></iframe>'),
  ],
  ['login in words', 'login', page('', '<p>密码登录</p><p>短信登录</p>')],
  ['scan to log in', 'login', page('', '<p>扫码登录 更安全</p>')],
  ['log in to see', 'login', page('', '<p>登录后查看商品详情</p>')],
  ['off shelf, demo', 'off-shelf', OFF_SHELF_PAGE],
  ['off shelf in words', 'off-shelf', shell('<p>该商品已下架</p>')],
  ['gone', 'off-shelf', page('', '<p>很抱歉，您查看的宝贝不存在</p>')],
  ['already off', 'off-shelf', shell('<div>此宝贝已经下架啦</div>')],
];

/** Listings whose own words speak of sliders, codes and logins. */
export const SPEAKING_LISTINGS = [
  '直线导轨滑块拖动滑块滑动平台 精密静音 屿澄五金',
  '验证码短信接收器完成验证开发板 安全验证模块',
  '密码登录指纹锁扫码登录门禁 访问受限区域专用',
].map((title, i) => {
  const listing = {
    ...MINE,
    itemId: String(100_000_000_901 + i),
    title,
    detail: [title, '请稍后再试 已下架款'],
  };
  return { listing, html: listingPage(listing) };
});
