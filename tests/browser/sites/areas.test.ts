import { describe, expect, test } from 'vitest';
import { taobaoAdapter } from '../../../lib/sites/taobao/adapter';
import { documentOf } from '../../fixtures/pages/app-page';
import { listingBody, listingPage } from '../../fixtures/pages/listing-html';
import { snapshotOf } from './reading';

/** What a card of another shop, a drawer of reviews or a strip of offers may hold beside the listing. */
const OTHERS = `<aside>
<div class="shopHeader--o"><a href="//shop999.taobao.com"><span class="shopName--o" title="别家店">别家店</span><span class="starNum--o">1.2</span><div class="storeLabelItem--o">好评率12%</div></a></div>
<div class="Comments--o"><div class="tabDetailItemTitle--o">用户评价·7</div><div class="rateTextTitle--o">近3个月好评率11%</div><div class="imprItem--o">太薄<span class="imprItemCount--o">9</span></div></div>
<div class="paramsWrap--o"><div class="generalParamsInfoItem--o"><div class="generalParamsInfoItemTitle--o" title="产地">产地</div><div class="generalParamsInfoItemSubTitle--o" title="别处">别处</div></div></div>
</aside>`;

const LEFT = 'id="left-content-area"';

/** A page without page data, so that what stands in it decides. */
const drawn = (before = ''): Document => listingPage({ before }, null);

describe('shop, reviews and attributes', () => {
  const alone = snapshotOf(drawn());

  test('are those of the left area: what others show beside it is no part of the listing', () => {
    expect(alone.shopName.value).toBe('澄屿旗舰店');
    expect(alone.attributes.value).toHaveLength(2);
    expect(snapshotOf(drawn(OTHERS))).toEqual(alone);
  });

  test('are found all the same on a page that has no left area', () => {
    const html = listingBody().replace(LEFT, '');
    expect(html).not.toContain(LEFT);
    expect(snapshotOf(documentOf(html))).toEqual(alone);
  });

  test('are not taken from elsewhere where the left area has none', () => {
    const bare = listingPage({ before: OTHERS, attributes: '', reviews: '' }, null);
    const { attributes, reviewCount, goodRate, impressions } = snapshotOf(bare);
    for (const reading of [attributes, reviewCount, goodRate, impressions])
      expect(reading.value).toBeNull();
  });

  test('are shown where they were read', () => {
    const found = taobaoAdapter.locate(drawn(OTHERS), {
      place: 'reviews',
      index: 0,
      quote: '太薄',
    });
    expect(found?.closest(`#left-content-area`)).not.toBeNull();
  });
});
