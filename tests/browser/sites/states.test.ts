import { describe, expect, test } from 'vitest';
import { isReadHost } from '../../../lib/sites/hosts';
import { taobaoAdapter } from '../../../lib/sites/taobao/adapter';
import { appScript, documentOf } from '../../fixtures/pages/app-page';
import { ITEM_ID, listingData } from '../../fixtures/pages/listing-data';
import { listingBody, listingPage } from '../../fixtures/pages/listing-html';
import { read, snapshotOf } from './reading';

const NAV = '<div class="site-nav"><div class="site-nav-sign">亲，请登录 免费注册</div></div>';

describe('pages that are not read', () => {
  test.each([
    ['slider dialog', '<div id="baxia-dialog-content"></div>', 'slider'],
    ['slider words', '<p>请拖动下方滑块完成验证</p>', 'slider'],
    ['punish frame', '<iframe src="about:blank#punish"></iframe>', 'punish'],
    ['punish words', '<p>亲，请稍后再试</p>', 'punish'],
    ['account notice', '<p>您的账户近期访问行为存在异常，请稍后</p>', 'punish'],
    ['login form', '<form><input id="fm-login-id"></form>', 'login'],
    ['login words', '<p>密码登录 短信登录 扫码登录</p>', 'login'],
    [
      'login jump',
      '<script>var next = "/wow/z/app/tbpc/pc-detail-ssr-2025/home/page/login_jump"</script>',
      'login',
    ],
  ])('%s', (_, body, why) => {
    expect(read(documentOf(`<body>${NAV}${body}</body>`))).toEqual({ state: 'blocked', why });
  });

  test('a punish address', () => {
    const url = new URL(`https://detail.tmall.com/item.htm/_____tmd_____/punish?id=${ITEM_ID}`);
    expect(read(documentOf('<p>'), url)).toEqual({ state: 'blocked', why: 'punish' });
  });

  test.each(['商品不存在', '很抱歉，该商品已下架', '宝贝不存在'])('off the shelf: %s', (words) => {
    const state = { state: 'off-shelf', itemId: ITEM_ID };
    expect(read(documentOf(`<body>${NAV}<p>${words}</p></body>`))).toEqual(state);
  });

  test('off the shelf, said where the buy buttons were', () => {
    const foot = '<span>商品已经下架啦~要不要瞧瞧别的~</span>';
    expect(read(listingPage({ foot })).state).toBe('off-shelf');
  });

  test.each([
    'https://detail.tmall.com/',
    'https://detail.tmall.com/shop/view.htm?id=800100200300',
    'https://item.taobao.com/item.htm?id=abc',
    'https://world.taobao.com/item/12.htm',
  ])('no listing: %s', (address) => {
    expect(read(listingPage(), new URL(address))).toEqual({ state: 'not-listing' });
  });

  test('nothing is there yet', () => {
    const shell = documentOf(`<body>${NAV}<div id="ice-container"></div></body>`);
    expect(read(shell)).toEqual({ state: 'not-ready', itemId: ITEM_ID });
  });

  test('a drawn page of a kind that is not known names what is missing', () => {
    const panel = `<div id="ice-container"><div id="tbpcDetail_SkuPanelRightWrap">${'全新改版的商品页面'.repeat(10)}</div></div>`;
    const result = read(documentOf(`<body>${NAV}${panel}</body>`));
    expect(result).toMatchObject({ state: 'changed', itemId: ITEM_ID });
    expect(result.state === 'changed' && result.missing).toContain('title');
  });
});

describe('pages that are read all the same', () => {
  const words = '直线导轨滑块 请拖动滑块 已下架 验证码 密码登录';

  test('a product that speaks of 滑块 and 验证码', () => {
    const data = listingData({ title: words });
    const document = listingPage({ title: words, detail: `<p>${words}</p>` }, data);
    expect(snapshotOf(document).title.value).toBe(words);
  });

  test('the same with page data alone', () => {
    const document = documentOf(
      `<body><h1>${words}</h1>${appScript(listingData({ title: words }))}`,
    );
    expect(snapshotOf(document).title.value).toBe(words);
  });

  test('a dialog over a product that is drawn', () => {
    const document = listingPage({ before: '<div id="baxia-dialog-content">请拖动滑块</div>' });
    expect(read(document).state).toBe('ok');
  });

  test('page data whose own texts speak of 下架', () => {
    const data = listingData({
      change: (res) => {
        res['plusViewVO'] = { imageSearchVO: { ext: { textList: ['商品已经下架啦~'] } } };
      },
    });
    expect(read(documentOf(`<body>${listingBody()}${appScript(data)}</body>`)).state).toBe('ok');
  });
});

describe('which pages are whose', () => {
  test.each([
    'https://detail.tmall.com/item.htm?id=800100200300',
    'https://detail.tmall.hk/hk/item.htm?skuId=1&id=800100200300',
    'https://chaoshi.detail.tmall.com/item.htm?id=800100200300',
    'https://item.taobao.com/item.htm?spm=a&id=800100200300#detail',
    'https://world.taobao.com/item/800100200300.htm',
  ])('%s', (address) => {
    const url = new URL(address);
    expect([isReadHost(url), taobaoAdapter.itemId(url)]).toEqual([true, '800100200300']);
  });

  test.each([
    'http://detail.tmall.com/item.htm?id=800100200300',
    'https://detail.tmall.com:8443/item.htm?id=800100200300',
    'https://item.taobao.com.evil.example/item.htm?id=800100200300',
    'https://item.taobao.com@evil.example/item.htm?id=800100200300',
    'https://login.taobao.com/item.htm?id=800100200300',
  ])('nobody’s: %s', (address) => {
    expect(isReadHost(new URL(address))).toBe(false);
  });
});
