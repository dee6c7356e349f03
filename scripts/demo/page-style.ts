/** The demo shop's style: laid out like the real page, drawn by us. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#11192d;font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
a{color:inherit;text-decoration:none}
.site-nav{height:36px;background:#f5f5f5;color:#6c6c6c;font-size:12px}
.site-nav-bd{max-width:1440px;margin:0 auto;padding:0 40px;display:flex;justify-content:space-between;line-height:36px}
.tbpc-layout{max-width:1440px;margin:0 auto;padding:0 40px;min-width:1200px}
[class*="searchHeader--"]{height:76px;display:flex;align-items:center;gap:40px;position:sticky;top:0}
.demo-logo{font-size:24px;color:#ff5000;letter-spacing:2px}
[class*="searchForm--"]{flex:1;max-width:640px;height:40px;border:2px solid #ff5000;border-radius:12px;display:flex;align-items:center;overflow:hidden}
[class*="searchForm--"] input{flex:1;border:0;outline:0;padding:0 14px;font:inherit}
[class*="searchForm--"] span{background:#ff5000;color:#fff;height:100%;padding:0 26px;line-height:36px}
[class*="keyInfo--"]{display:flex;align-items:flex-start;gap:28px}
#left-content-area{flex:1;min-width:0}
#right-content-area{flex:none;width:clamp(474px,46%,640px);position:sticky;top:8px;padding-top:4px}
[class*="shopHeader--"]{margin-bottom:16px;background:#f7f7f9;border-radius:12px;padding:10px 14px}
[class*="detailWrap--"]{display:flex;gap:12px;align-items:center}
[class*="shopIconImg--"]{width:44px;height:44px;border-radius:10px}
[class*="shopName--"]{font-weight:600}
[class*="bottomWrap--"]{display:flex;gap:12px;font-size:12px;color:#7a7a7a}
[class*="starNum--"]{color:#ff5000}
[class*="picGallery--"]{display:flex;gap:12px;height:clamp(388px,38vw,560px)}
[class*="thumbnailsWrap--"]{width:72px;display:flex;flex-direction:column;gap:8px}
[class*="thumbnailPic--"]{width:72px;height:72px;border-radius:8px;display:block}
[class*="mainPicWrap--"]{flex:1;min-width:0;border-radius:16px;overflow:hidden;background:#f4f1ec;display:flex;justify-content:center}
[class*="mainPic--"]{height:100%;max-width:100%;object-fit:contain}
[class*="tabTitleWrap--"]{display:flex;gap:28px;height:48px;align-items:center;margin-top:24px;border-bottom:1px solid #eee;position:sticky;top:0;background:#fff}
[class*="tabTitleItem--"]:first-child{font-weight:600}
[class*="tabDetailItem--"]{padding:20px 0 28px;border-bottom:1px solid #f0f0f0}
[class*="tabDetailItemTitle--"]{font-weight:600;font-size:16px;margin:0 0 12px}
[class*="rateTextTitle--"]{color:#ff5000;margin-bottom:8px}
[class*="imprWrap--"]{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:12px}
[class*="imprItem--"]{background:#fff3ec;border-radius:8px;padding:2px 10px;font-size:13px}
[class*="imprItemCount--"]{color:#ff5000;margin-left:4px}
[class*="Comment--"]{color:#50607a;font-size:13px}
[class*="meta--"]{color:#999}
[class*="emphasisParamsInfoWrap--"],[class*="generalParamsInfoWrap--"]{display:grid;grid-template-columns:repeat(3,1fr);gap:10px 20px;margin-bottom:12px}
[class*="emphasisParamsInfoItemTitle--"]{font-weight:600}
[class*="emphasisParamsInfoItemSubTitle--"],[class*="generalParamsInfoItemTitle--"]{color:#7a7a7a;font-size:13px}
.descV8-text{margin:0 0 12px;font-size:15px}
.descV8-singleImage img{width:100%;display:block}
[class*="recommendCard--"]{display:flex;gap:12px;color:#7a7a7a}
[class*="PurchasePanel--"]{height:calc(100vh - 128px);min-height:420px}
[class*="GeneralSkuPanel--"],#tbpcDetail_SkuPanelRightWrap{height:100%;display:flex;flex-direction:column;min-height:0}
#tbpcDetail_SkuPanelRightWrap{flex:1;border-radius:16px}
#tbpcDetail_SkuPanelBody{flex:1;min-height:0;overflow-y:auto;padding-right:10px}
[class*="MainTitle--"]{font-size:18px;font-weight:600;line-height:28px}
.f-els-2{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.f-els-1{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
[class*="subTitleWrap--"]{color:#7a7a7a;font-size:13px;margin-top:4px}
[class*="block2--"]{margin-top:12px}
[class*="beltPrice--"]{display:flex;justify-content:space-between;align-items:center;background:linear-gradient(90deg,#ff5000,#ff7d2e);color:#fff;border-radius:12px;padding:10px 16px}
[class*="beltPrice--"] [class*="leftWrap--"]{display:flex;align-items:flex-end;gap:14px}
[class*="highlightPrice--"] [class*="text--"]{font-size:32px;font-weight:600;line-height:1}
[class*="highlightPrice--"] [class*="title--"]{font-size:14px;margin-right:4px}
[class*="subPrice--"]{font-size:14px;opacity:.9}
[class*="subPrice--"] [class*="title--"]{margin-right:2px}
[class*="normalPrice--"]{color:#ff5000}
[class*="normalPrice--"] [class*="priceWrap--"]{display:flex;align-items:flex-end;gap:14px}
[class*="normalPrice--"] [class*="subPrice--"]{color:#7a7a7a}
.demo-price{color:#ff5000}.demo-price [class*="text--"]{font-size:32px;font-weight:600}
[class*="couponInfoArea--"]{margin-top:10px}
[class*="couponWrap--"]{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:6px;font-size:13px;align-items:center}
[class*="enjoyedLabel--"]{color:#7a7a7a}
[class*="CouponItem--"]{border:1px solid #ffb899;color:#ff5000;border-radius:6px;padding:0 8px}
[class*="SecondCard--"]{background:#f7f7f9;border-radius:12px;padding:12px 14px;margin:12px 0;font-size:13px;color:#50607a}
[class*="skuItem--"]{margin-bottom:14px}
[class*="ItemLabel--"]{color:#7a7a7a;margin-bottom:8px}
[class*="skuValueWrap--"] [class*="content--"]{display:flex;flex-wrap:wrap;gap:10px}
[class*="valueItem--"]{position:relative;display:flex;align-items:center;gap:8px;border:1px solid #e3e5ea;border-radius:10px;padding:4px 12px;cursor:pointer;min-height:38px}
[class*="valueItem--"][class*="isSelected--"]{border-color:#ff5000;color:#ff5000;background:#fff6f1}
[class*="valueItem--"][data-disabled="true"]{color:#b7bcc6;text-decoration:line-through;cursor:not-allowed}
[class*="valueItemImg--"]{width:30px;height:30px;border-radius:6px;display:block}
[class*="cornerText--"]{position:absolute;top:-9px;right:-6px;background:#ff5000;color:#fff;font-size:11px;border-radius:6px;padding:0 5px}
#tbpcDetail_SkuPanelFoot{padding:12px 0}
[class*="Actions--"]{display:flex;align-items:center;gap:16px}
[class*="leftButtons--"]{flex:1;display:flex}
[class*="btn--"]{flex:1;height:48px;border:0;color:#fff;font:600 16px/48px inherit;font-family:inherit;cursor:pointer}
[class*="leftBtn--"]{background:linear-gradient(90deg,#ffcb00,#ff9402);border-radius:12px 0 0 12px}
[class*="rightBtn--"]{background:linear-gradient(90deg,#ff7700,#ff4900);border-radius:0 12px 12px 0}
[class*="RightButton--"]{color:#50607a}
.tb-toolkit-new{position:fixed;right:12px;bottom:60px;display:flex;flex-direction:column;gap:6px;background:#fff;border:1px solid #eee;border-radius:12px;padding:10px 6px;font-size:12px;color:#6c6c6c;width:48px;text-align:center}
`;
