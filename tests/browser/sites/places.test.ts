import { describe, expect, test } from 'vitest';
import type { PlaceOnPage } from '../../../lib/sites/adapter';
import { taobaoAdapter } from '../../../lib/sites/taobao/adapter';
import { documentOf } from '../../fixtures/pages/app-page';
import { TITLE } from '../../fixtures/pages/listing-data';
import { listingPage, plain } from '../../fixtures/pages/listing-html';

const document = listingPage({
  detail: '<div><p>第一段文字</p><p>内胆是<b>316不锈钢</b>，长效保温</p></div><img>',
});
const empty = documentOf('<p>什么也没有</p>');

describe('anchors', () => {
  const found = taobaoAdapter.anchors(document);

  test('title and price of the purchase panel, not of the hidden sticky head', () => {
    expect(found.title?.getAttribute('title')).toBe(TITLE);
    expect(found.title?.closest('#tbpcDetail_SkuPanelBody')).not.toBeNull();
    expect(found.price?.className).toContain('beltPrice--');
    expect(found.price?.closest('#tbpcDetail_SkuPanelBody')).not.toBeNull();
  });

  test('the row of a plain price', () => {
    const { price } = taobaoAdapter.anchors(listingPage({ price: plain('129') }));
    expect(price?.textContent).toBe('￥129');
  });

  test('what no frame may cover', () => {
    const ids = found.keepClear.map((element) => element.id);
    expect(found.keepClear).toContain(found.title);
    expect(found.keepClear).toContain(found.price);
    expect(ids).toEqual(
      expect.arrayContaining([
        'skuOptionsArea',
        'tbpcDetail_SkuPanelFoot',
        'tbpcDetail_SkuPanelItemhead_fixed',
      ]),
    );
    expect(found.gallery?.className).toContain('mainPicWrap--');
  });

  test('a page without any of it', () => {
    expect(taobaoAdapter.anchors(empty)).toEqual({
      title: null,
      price: null,
      keepClear: [],
      gallery: null,
    });
  });
});

describe('locate', () => {
  const at = (place: PlaceOnPage['place'], quote: string, page = document): Element | null =>
    taobaoAdapter.locate(page, { place, index: 0, quote });

  test.each<[PlaceOnPage['place'], string, string]>([
    ['title', '316不锈钢', TITLE],
    ['price', '109', '券后￥109优惠前￥1293月3日 24点结束'],
    ['attributes', '材质 316不锈钢', '316不锈钢材质'],
    ['attributes', '500ml', '容量500ml'],
    ['promotions', '官方立减15%省20元', '官方立减…'],
    ['skus', '750ml', '750ml'],
    ['reviews', '杯盖紧', '杯盖紧33'],
    ['detail', '316不锈钢，长效', '内胆是316不锈钢，长效保温'],
    ['detail', '第一段', '第一段文字'],
  ])('%s: %s', (place, quote, text) => {
    expect(at(place, quote)?.textContent).toBe(text);
  });

  test('the area where the words are not found, and nothing where there is no area', () => {
    expect(at('detail', '没有这句话')?.id).toBe('imageTextInfo-content');
    expect(at('skus', '红色')?.id).toBe('skuOptionsArea');
    for (const place of [
      'title',
      'price',
      'attributes',
      'promotions',
      'skus',
      'reviews',
      'detail',
    ] as const)
      expect(at(place, '词', empty)).toBeNull();
  });
});

describe('watched', () => {
  test('both parts that are read, else the app or the body', () => {
    expect(taobaoAdapter.watched(document).map((element) => element.id)).toEqual([
      'left-content-area',
      'tbpcDetail_SkuPanelRightWrap',
    ]);
    const shell = documentOf('<div id="ice-container"></div>');
    expect(taobaoAdapter.watched(shell).map((element) => element.id)).toEqual(['ice-container']);
    expect(taobaoAdapter.watched(empty).map((element) => element.localName)).toEqual(['body']);
  });
});
