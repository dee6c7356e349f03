import { afterAll, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { resultOf } from '../../lib/sites/interpret';
import { taobaoAdapter } from '../../lib/sites/taobao/adapter';
import { listingPage } from '../../scripts/demo/page';
import { MINE } from '../../scripts/demo/listings';
import { FROM_MS } from './history-rows';
import { writeSection, type Row } from './results';
import { medianOf, quantileOf } from './row';

/** Captured pages beside the project, by path; none where they are absent. */
declare const BENCH_CAPTURES: { path: string; itemId: string }[];

const ROUNDS = 15;
const MEGABYTE = 1_000_000;
const rows: Row[] = [];
const ms = (value: number) => `${value.toFixed(1)} ms`;

afterAll(() =>
  writeSection(
    'Reading',
    [
      'Each reading is of a document made anew: nothing that was read before helps it. The very first one in a page has no compiled code yet.',
    ],
    rows,
  ),
);

/** A captured data file as a page of the app's shape. */
function asPage(json: string, itemId: string): string {
  const data = {
    loaderData: { home: { data: { res: JSON.parse(json) as object, ssrItemId: itemId } } },
  };
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html><html><body><div id="ice-container"></div><script>!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${text};for (var k in a) {b[k] = a[k]}window.__ICE_APP_CONTEXT__=b;})();</script></body></html>`;
}

function readings(html: string, itemId: string): { times: number[]; state: string } {
  const url = new URL(`https://detail.tmall.com/item.htm?id=${itemId}`);
  const times: number[] = [];
  let state = '';
  for (let round = 0; round < ROUNDS; round++) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const start = performance.now();
    const report = taobaoAdapter.read({ document: page, url, nowMs: FROM_MS });
    times.push(performance.now() - start);
    state = resultOf(report).state;
  }
  return { times, state };
}

function record(figure: string, html: string, itemId: string): string {
  const { times, state } = readings(html, itemId);
  const [first] = times;
  rows.push({
    target: 'Reading',
    figure: `${figure}, ${(html.length / 1000).toFixed(0)} thousand characters`,
    value: `${ms(medianOf(times))}, first ${ms(first!)}, p95 ${ms(quantileOf(times, 0.95))} (${state})`,
    ratio: null,
    limit: 30,
    time: medianOf(times),
  });
  return state;
}

it('reads the demo listing and a page of a megabyte', () => {
  const demo = listingPage(MINE);
  expect(record('demo listing', demo, MINE.itemId)).toBe('ok');
  const cell = '<div class="cell"><a href="#"><span>推荐商品</span><em>¥19.90</em></a></div>';
  const more = cell.repeat(Math.ceil((MEGABYTE - demo.length) / cell.length));
  // At the page's end, and in the left area, whose nodes are looked through for what has no id.
  for (const [where, before] of [
    ['', '</body>'],
    [' in its left area', '<div id="picGalleryEle"'],
  ] as const) {
    const large = demo.replace(before, `<div>${more}</div>${before}`);
    expect(large.length).toBeGreaterThanOrEqual(MEGABYTE);
    expect(record(`a page of a megabyte${where}`, large, MINE.itemId)).toBe('ok');
  }
});

it('reads every capture', async () => {
  for (const { path, itemId } of BENCH_CAPTURES) {
    const text = await commands.readFile(path).catch(() => null);
    if (text === null) continue;
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(html|json)$/, '');
    const state = record(name, path.endsWith('.json') ? asPage(text, itemId) : text, itemId);
    expect(['ok', 'not-ready', 'changed']).toContain(state);
  }
});
