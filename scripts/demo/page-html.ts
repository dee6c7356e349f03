import { cloth, jacket, shopSign } from './drawings.ts';
import { openingSku, type DemoListing, type DemoSku } from './listing.ts';

/** Text as it may stand in markup and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
const e = escapeHtml;

// The class names end in a made-up hash, as each release of the real page ends them in another.
const h = (name: string): string => `${name}--k7Dq2wZx`;

/** The main colour of the listing's goods: the first colour of its first option. */
function mainColour(listing: DemoListing): string {
  return listing.props[0]?.values[0]?.colour ?? listing.colours[0] ?? '#8fb6c9';
}

function titleBlock(listing: DemoListing, lines: 1 | 2): string {
  const title = e(listing.title);
  return `<div class="${h('ItemTitle')}"><div class="${h('rightWrap')}"><div class="${h('MainTitle')} f-els-${lines}"><span class="${h('mainTitle')}" title="${title}">${title}</span></div>`;
}

/** The price with its words: belt, plain, or one price only. */
function priceBlock(listing: DemoListing, sku: DemoSku, belt: boolean): string {
  const from = listing.chosen === null ? `<span class="${h('desc')}">起</span>` : '';
  if (sku.final === null || listing.priceWords === null) {
    return `<div class="demo-price"><span class="${h('unit')}">￥</span><span class="${h('text')}">${sku.before}</span>${from}</div>`;
  }
  const { final, before } = listing.priceWords;
  const paid = `<div class="${h('highlightPrice')}"><span class="${h('title')}">${e(final)}</span><span class="${h('symbol')}">￥</span><span class="${h('text')}">${sku.final}</span>${from}</div>`;
  const struck = `<div class="${h('subPrice')}"><span class="${h('title')}">${e(before)}</span><span class="${h('text')}">￥</span><span class="${h('text')}">${sku.before}</span></div>`;
  if (!belt || listing.belt === null) {
    return `<div class="${h('normalPrice')}"><div class="${h('priceWrap')}">${paid}${struck}</div></div>`;
  }
  return `<div class="${h('beltPrice')}"><div class="${h('leftWrap')}"><div class="${h('priceWrap')}">${paid}</div><div class="${h('summaryWrap')}">${struck}</div></div><div class="${h('rightWrap')}"><div class="${h('countDownWrap')}">${e(listing.belt)}</div></div></div>`;
}

function couponBlock(listing: DemoListing): string {
  if (listing.coupons.length === 0 || listing.degraded) return '';
  const rows = listing.coupons.map(({ applied, texts }) => {
    const label = applied ? '已享受:' : '可再享:';
    const items = texts.map(
      (text) => `<div title="${e(text)}" class="${h('CouponItem')}">${e(text)}</div>`,
    );
    return `<div class="${h('couponWrap')}"><span class="${h('enjoyedLabel')}">${label}</span>${items.join('')}</div>`;
  });
  return `<div class="${h('couponInfoArea')}"><div class="${h('couponInfo')}"><div class="${h('couponListWrap')}">${rows.join('')}</div></div></div>`;
}

function optionsBlock(listing: DemoListing): string {
  const chosenVids = listing.chosen === null ? [] : openingSku(listing).vids;
  const rows = listing.props.map((prop) => {
    const values = prop.values.map((value) => {
      const soldOut = listing.skus
        .filter((sku) => sku.vids.includes(value.vid))
        .every((sku) => sku.quantity === 0);
      const classes = [h('valueItem'), chosenVids.includes(value.vid) ? h('isSelected') : ''];
      const picture =
        value.colour === undefined
          ? ''
          : `<div class="${h('valueItemImgWrap')}" data-vid="${value.vid}"><img class="${h('valueItemImg')}" alt="" src="${jacket(value.colour)}"></div>`;
      const corner =
        value.corner === undefined
          ? ''
          : `<span class="${h('cornerText')}" title="${e(value.corner)}">${e(value.corner)}</span>`;
      return `<div class="${classes.join(' ')}" data-vid="${value.vid}" data-disabled="${soldOut}">${picture}<span title="${e(value.name)}" class="${h('valueItemText')} f-els-1">${e(value.name)}</span>${corner}</div>`;
    });
    return `<div class="${h('skuItem')}"><div class="${h('ItemLabel')}"><span title="${e(prop.name)}">${e(prop.name)}</span></div><div class="${h('skuValueWrap')}"><div class="${h('content')}">${values.join('')}</div></div></div>`;
  });
  return `<div class="${h('root')}" id="skuOptionsArea">${rows.join('')}</div>`;
}

function shopBlock(listing: DemoListing): string {
  const { shop } = listing;
  const name = e(shop.name);
  return `<div class="${h('shopHeader')}" data-spm="shop_block"><a class="${h('detailWrap')}" href="//shop${shop.shopId}.taobao.com"><img class="${h('shopIconImg')}" alt="" src="${shopSign(shop.name.slice(0, 1), mainColour(listing))}"><div><span class="${h('shopName')}" title="${name}">${name}</span><div class="${h('bottomWrap')}"><div class="${h('StoreComprehensiveRating')}"><span class="${h('starNum')}">${shop.overall}</span></div>${shop.labels.map((label) => `<div class="${h('storeLabelItem')}">${e(label)}</div>`).join('')}</div></div></a></div>`;
}

function galleryBlock(listing: DemoListing): string {
  const pictures = listing.colours.map((colour) => jacket(colour));
  const thumbnails = pictures.map(
    (picture) =>
      `<div class="${h('thumbnail')}"><img class="${h('thumbnailPic')}" alt="" src="${picture}"></div>`,
  );
  return `<div id="picGalleryEle" class="${h('picGallery')}"><div class="${h('thumbnailsWrap')}">${thumbnails.join('')}</div><div class="${h('mainPicWrap')}"><img id="mainPicImageEl" class="${h('mainPic')}" alt="" src="${pictures[0] ?? ''}"></div></div>`;
}

function reviewsBlock(listing: DemoListing): string {
  const { total, rate, words } = listing.reviews;
  const impressions = words.map(
    ([word, count]) =>
      `<div class="${h('imprItem')}">${e(word)}<span class="${h('imprItemCount')}">${count}</span></div>`,
  );
  const first = listing.props[0]?.values[0]?.name ?? '';
  return `<div data-tabindex="0" class="${h('tabDetailItem')}"><div class="${h('Comments')}"><div class="${h('tabDetailItemTitle')}">用户评价·${total}</div><div class="${h('rateTextTitle')}">${e(rate)}</div><div class="${h('imprWrap')}">${impressions.join('')}</div><div class="${h('Comment')}"><div class="${h('userName')}">演**示</div><div class="${h('meta')}">2026-06-30 已购：${e(first)}</div><div class="${h('content')}">面料很薄，骑车穿不闷，晒了一下午手臂没有变黑。</div></div></div></div>`;
}

function paramsBlock(listing: DemoListing): string {
  // In the emphasised kind the title node holds the value; in the general kind it holds the name.
  const emphasis = listing.emphasis.map(
    ([name, value]) =>
      `<div class="${h('emphasisParamsInfoItem')}"><div class="${h('emphasisParamsInfoItemTitle')}" title="${e(value)}">${e(value)}</div><div class="${h('emphasisParamsInfoItemSubTitle')}" title="${e(name)}">${e(name)}</div></div>`,
  );
  const general = listing.params.map(
    ([name, value]) =>
      `<div class="${h('generalParamsInfoItem')}"><div class="${h('generalParamsInfoItemTitle')}" title="${e(name)}">${e(name)}</div><div class="${h('generalParamsInfoItemSubTitle')}" title="${e(value)}">${e(value)}</div></div>`,
  );
  return `<div data-tabindex="1" class="${h('tabDetailItem')} paramsInfoArea"><p class="${h('tabDetailItemTitle')}">参数信息</p><div class="${h('emphasisParamsInfoWrap')}">${emphasis.join('')}</div><div class="${h('generalParamsInfoWrap')}">${general.join('')}</div></div>`;
}

function detailBlock(listing: DemoListing): string {
  const texts = listing.detail.map((line) => `<p class="descV8-text">${e(line)}</p>`);
  const pictures = Array.from({ length: listing.detailPictures }, (_, i) => {
    const drawn = cloth(listing.colours[i % listing.colours.length] ?? '#cccccc', i * 17);
    return `<div class="descV8-singleImage"><img class="lazyload" alt="" data-src="https://img.alicdn.com/imgextra/i2/${listing.shop.sellerId}/detail-${i + 1}.jpg" src="${drawn}"></div>`;
  });
  return `<div data-tabindex="2" class="${h('tabDetailItem')}"><p class="${h('tabDetailItemTitle')}">图文详情</p><div id="imageTextInfo-container"><div id="imageTextInfo-content" class="desc-root"><div class="descV8-container">${texts.join('')}${pictures.join('')}</div></div></div></div>`;
}

function moreBlock(): string {
  return `<div data-tabindex="3" class="${h('tabDetailItem')} ${h('recommendsWrap')}"><p class="${h('tabDetailItemTitle')}">本店推荐</p><div class="${h('recommendCard')}"><span class="${h('title')}">遮阳帽女夏季大帽檐</span><span class="${h('price')}">¥49</span><span>1.2万人付款</span></div></div>`;
}

function leftColumn(listing: DemoListing): string {
  const tabs = ['用户评价', '参数信息', '图文详情', '本店推荐'].map(
    (name) =>
      `<div class="${h('tabTitleItem')}"><span class="${h('tabTitle')}">${name}</span></div>`,
  );
  const below = listing.degraded
    ? ''
    : `<div class="${h('detailInfo')}"><div id="titleTabs" class="${h('tabTitleWrap')}">${tabs.join('')}</div><div class="${h('tabDetailWrap')}">${reviewsBlock(listing)}${paramsBlock(listing)}${detailBlock(listing)}${moreBlock()}</div></div>`;
  return `<div class="${h('leftWrap')}" id="left-content-area">${shopBlock(listing)}${galleryBlock(listing)}${below}</div>`;
}

function rightColumn(listing: DemoListing): string {
  const sku = openingSku(listing);
  const sales = listing.degraded ? '可开发票' : `已售 ${listing.sales}`;
  const buy = listing.degraded ? '登录查看更多优惠' : '领券购买';
  return `<div class="${h('rightWrap')}" id="right-content-area"><div class="${h('PurchasePanel')}"><div id="SkuPanel_tbpcDetail_ssr2025" class="${h('GeneralSkuPanel')}"><div id="tbpcDetail_SkuPanelRightWrap" class="${h('rightWrap')}"><div style="display:none;opacity:0" id="tbpcDetail_SkuPanelItemhead_fixed" class="${h('ItemHeadFixed')}">${titleBlock(listing, 1)}</div></div>${priceBlock(listing, sku, false)}</div><div id="tbpcDetail_SkuPanelBody" class="${h('scrollWrap')}"><div class="${h('block1')}">${titleBlock(listing, 2)}<div class="${h('subTitleWrap')}"><div class="${h('itemInfo')}"><span>${sales}</span></div></div></div></div></div><div class="${h('block2')}"><div>${priceBlock(listing, sku, true)}</div>${couponBlock(listing)}<div id="normalFixedEleAnchor"></div></div><div class="${h('SecondCard')}"><div class="${h('DomesticDelivery')}"><span class="${h('shipping')}">48小时内发货</span> · <span class="${h('freight')}">快递: 免运费</span></div><div class="${h('GuaranteeInfo')}">7天无理由退货 · 极速退款</div></div><div class="${h('body')}"><div class="${h('skuWrapper')}">${optionsBlock(listing)}</div></div></div><div id="tbpcDetail_SkuPanelFoot" class="${h('foot')}"><div class="${h('Actions')}"><div class="${h('leftButtons')}"><button class="${h('btn')} ${h('leftBtn')}"><span>加入购物车</span></button><button class="${h('btn')} ${h('rightBtn')}"><span>${buy}</span></button></div><div id="collectBtn" class="${h('RightButton')}">收藏</div></div></div></div></div><form id="J_FrmBid_GeneralSku" name="bidForm" action="" method="post"></form></div></div>`;
}

/** Everything inside `#ice-container`. */
export function pageBody(listing: DemoListing): string {
  const login = listing.loggedIn
    ? '<a class="site-nav-login-info-nick" href="//i.taobao.com/my_itaobao">演示账号</a>'
    : '<a class="h" href="//login.taobao.com/member/login.jhtml">亲，请登录</a>';
  return `<div class="${h('PageFramework')}"><div id="J_SiteNav" class="site-nav"><div class="site-nav-bd"><div id="J_SiteNavLogin">${login}</div><div>我的淘宝　购物车　收藏夹　千牛卖家中心</div></div></div><div class="tbpc-layout"><div class="${h('PageItem')}" id="page-content-area"><div class="${h('headerArea')}" id="page-header-area"><div class="${h('searchHeader')}"><b class="demo-logo">演示商城</b><form id="J_Search" class="${h('searchForm')}"><input name="q" placeholder="搜索宝贝" aria-label="搜索宝贝"><span>搜索</span></form></div></div><div class="${h('keyInfo')}">${leftColumn(listing)}${rightColumn(listing)}</div><div id="tabFullColumnEle"></div></div></div><div id="J_Toolkit"><div id="tb-toolkit-new" class="tb-toolkit-new"><span>客服</span><span>购物车</span><span>反馈</span></div></div></div>`;
}
