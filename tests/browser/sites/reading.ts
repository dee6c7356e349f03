import '../../../lib/zod-jitless';
import { expect } from 'vitest';
import type { Price } from '../../../lib/listing/price';
import { pageReportSchema } from '../../../lib/listing/page-report';
import { readResultSchema, type ReadResult } from '../../../lib/listing/read-result';
import type { FieldName, ListingSnapshot } from '../../../lib/listing/snapshot';
import { resultOf } from '../../../lib/sites/interpret';
import { taobaoAdapter } from '../../../lib/sites/taobao/adapter';
import { ITEM_ID } from '../../fixtures/pages/listing-data';

/** The address of a listing on Tmall. */
export function addressOf(itemId = ITEM_ID, more = ''): URL {
  return new URL(`https://detail.tmall.com/item.htm?id=${itemId}${more}`);
}

/**
 * Reads a page as the product does: the report of the page, through JSON and its schema, and what
 * the background makes of it. The schemas must change nothing.
 */
export function read(document: Document, url = addressOf()): ReadResult {
  const report = taobaoAdapter.read({ document, url, nowMs: 1_764_000_000_000 });
  const sent = pageReportSchema.parse(JSON.parse(JSON.stringify(report)));
  expect(sent).toEqual(report);
  const result = resultOf(sent);
  expect(readResultSchema.parse(result)).toEqual(result);
  return result;
}

/** Reads a page that must be readable. */
export function snapshotOf(document: Document, url = addressOf()): ListingSnapshot {
  const result = read(document, url);
  if (result.state !== 'ok') throw new Error(`the page is ${JSON.stringify(result)}`);
  return result.snapshot;
}

/** Why a field is missing, undefined where it is not. */
export function whyMissing(snapshot: ListingSnapshot, field: FieldName): string | undefined {
  return snapshot.missing.find((one) => one.field === field)?.why;
}

function yuan(price: Price | null): string | null {
  if (price === null) return null;
  const { minFen, maxFen } = price;
  if (maxFen === null) return `${minFen / 100}起`;
  return minFen === maxFen ? `${minFen / 100}` : `${minFen / 100}~${maxFen / 100}`;
}

/** The three prices: [list, before, final] in yuan. */
export function prices(snapshot: ListingSnapshot): (string | null)[] {
  const { listPrice, beforePrice, finalPrice } = snapshot;
  return [listPrice, beforePrice, finalPrice].map((reading) => yuan(reading.value));
}
