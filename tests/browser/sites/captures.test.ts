import { describe, expect, test, type TestContext } from 'vitest';
import { commands } from 'vitest/browser';
import type { Price } from '../../../lib/listing/price';
import type { ListingSnapshot } from '../../../lib/listing/snapshot';
import { dataPage, documentOf } from '../../fixtures/pages/app-page';
import { CAPTURE_FACTS, type CaptureFacts } from './capture-facts';
import type { Capture } from './read-captures';
import { snapshotOf as read } from './reading';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readCaptures(): Promise<{ folder: string; captures: Capture[] | null }>;
  }
}

const { folder, captures } = await commands.readCaptures();
const ABSENT = `no captures in ${folder}: the real pages are not read in this run`;

/** The capture as a page: an HTML file as it is, data wrapped into a page of the app's shape. */
function pageOf({ name, text }: Capture, itemId: string): Document {
  return name.endsWith('.json') ? dataPage(JSON.parse(text), itemId) : documentOf(text);
}

function snapshotOf(capture: Capture, { address }: CaptureFacts): ListingSnapshot {
  const url = new URL(address);
  const document = pageOf(capture, url.searchParams.get('id') ?? '');
  return read(document, url);
}

/** "341", "143.5 起", "600~1200", null where it was not read. */
function yuan(price: Price | null): string | null {
  if (price === null) return null;
  const { minFen, maxFen } = price;
  if (maxFen === null) return `${minFen / 100} 起`;
  return minFen === maxFen ? `${minFen / 100}` : `${minFen / 100}~${maxFen / 100}`;
}

/** What the snapshot says, in the short form of the facts. */
function factsOf(snapshot: ListingSnapshot): Omit<CaptureFacts, 'address'> {
  const { ledger, skus, promotions, sales, goodRate } = snapshot;
  return {
    titleLength: snapshot.title.value?.length ?? null,
    shopNameLength: snapshot.shopName.value?.length ?? null,
    shopId: snapshot.shopId.value,
    sellerId: snapshot.sellerId.value,
    kind: snapshot.kind.value,
    level: snapshot.sellerLevel.value,
    list: yuan(snapshot.listPrice.value),
    before: yuan(snapshot.beforePrice.value),
    final: yuan(snapshot.finalPrice.value),
    ledger:
      ledger.value?.steps.map((step) => {
        const threshold = step.thresholdFen === null ? '' : ` from ${step.thresholdFen / 100}`;
        const label = step.label === null ? '' : ` "${step.label}"`;
        return `${step.code}:${step.amountFen / 100} ${step.stage}${label}${threshold}`;
      }) ?? null,
    promotions: promotions.value?.map(({ text, applied }) => `${text} ${String(applied)}`) ?? null,
    sales: sales.value && `${sales.value.metric} ${sales.value.count.text}`,
    reviews: snapshot.reviewCount.value?.text ?? null,
    goodRate: goodRate.value?.percent ?? null,
    impressions: snapshot.impressions.value?.length ?? null,
    scores:
      snapshot.scores.value?.map(({ name, value, level }) => `${name} ${value} ${level}`) ?? null,
    attributes: snapshot.attributes.value?.length ?? null,
    skus:
      skus.value?.map((sku) => `${yuan(sku.before)}/${yuan(sku.final)} ${sku.stockText}`) ?? null,
    chosen:
      snapshot.chosenSku.value &&
      `${snapshot.chosenSku.value.skuId}: ${snapshot.chosenSku.value.names.join()}`,
    images: snapshot.imageCount.value,
    detail: snapshot.detail.value && snapshot.detail.value.imageCount,
    account: snapshot.account,
    gated: snapshot.gated,
    missing: snapshot.missing.map(({ field, why }) => `${field} ${why}`),
  };
}

test('every capture of the page app has its facts', (context: TestContext) => {
  if (captures === null) return context.skip(ABSENT);
  expect(captures.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(CAPTURE_FACTS).toSorted(),
  );
});

describe.each(Object.entries(CAPTURE_FACTS))('%s', (name, facts) => {
  const capture = captures?.find((one) => one.name === name);

  test('says what was read off it by eye', (context) => {
    if (capture === undefined) return context.skip(ABSENT);
    const { address: _, ...expected } = facts;
    expect(factsOf(snapshotOf(capture, facts))).toEqual(expected);
  });

  test('holds no address, nick or review of a person', (context) => {
    if (capture === undefined) return context.skip(ABSENT);
    const said = JSON.stringify(snapshotOf(capture, facts));
    expect(said).not.toMatch(/某市|某区|韩国|mcliqueen|STRIPPED|做工确实很细致/);
  });
});
