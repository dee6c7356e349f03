import type { DemoListing } from './listing.ts';

/**
 * What the demo page itself does, as source text: a click on an option changes the price in the
 * DOM a moment later, as the real page does, while the page's own data stays that of the load.
 * `demoGo(address)` moves like the page app: the address first, the content later.
 */
export function pageScript(listing: DemoListing): string {
  const skus = listing.skus.map(({ skuId, vids, before, final }) => ({
    skuId,
    vids,
    before,
    final,
  }));
  const json = JSON.stringify(skus).replaceAll('<', '\\u003c');
  return `(function () {
  var skus = ${json};
  var all = function (root, part) { return Array.from(root.querySelectorAll('[class*="' + part + '--"]')); };
  function show(sku) {
    document.querySelectorAll('#tbpcDetail_SkuPanelBody [class*="block2--"], #tbpcDetail_SkuPanelItemhead_fixed').forEach(function (block) {
      all(block, 'highlightPrice').forEach(function (price) {
        all(price, 'text').forEach(function (node) { node.textContent = sku.final; });
        all(price, 'desc').forEach(function (node) { node.remove(); });
      });
      all(block, 'subPrice').forEach(function (price) {
        var texts = all(price, 'text');
        texts[texts.length - 1].textContent = sku.before;
      });
      block.querySelectorAll('.demo-price [class*="text--"]').forEach(function (node) { node.textContent = sku.before; });
      block.querySelectorAll('.demo-price [class*="desc--"]').forEach(function (node) { node.remove(); });
    });
  }
  document.addEventListener('click', function (event) {
    var value = event.target.closest && event.target.closest('#skuOptionsArea [class*="valueItem--"][data-vid]');
    if (!value || value.dataset.disabled === 'true') return;
    var mark = 'isSelected--k7Dq2wZx';
    all(value.parentElement, 'valueItem').forEach(function (other) { other.classList.remove(mark); });
    value.classList.add(mark);
    var chosen = Array.from(document.querySelectorAll('#skuOptionsArea [class*="isSelected--"]')).map(function (node) { return node.dataset.vid; });
    var sku = skus.find(function (one) { return one.vids.every(function (vid) { return chosen.includes(vid); }); });
    if (!sku) return;
    var address = new URL(location.href);
    address.searchParams.set('skuId', sku.skuId);
    history.replaceState(null, '', address);
    setTimeout(function () { show(sku); }, 120);
  });
  window.demoGo = function (address, delay) {
    history.pushState(null, '', address);
    return fetch(address).then(function (answer) { return answer.text(); }).then(function (text) {
      var next = new DOMParser().parseFromString(text, 'text/html');
      return new Promise(function (done) {
        setTimeout(function () {
          document.title = next.title;
          skus = JSON.parse(next.getElementById('demo-skus').textContent);
          document.getElementById('ice-container').replaceWith(document.adoptNode(next.getElementById('ice-container')));
          done();
        }, delay || 0);
      });
    });
  };
})();`;
}

/** The variants as inert data, so that a move to another listing can take them over. */
export function skuData(listing: DemoListing): string {
  return JSON.stringify(listing.skus).replaceAll('<', '\\u003c');
}
