import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE, RIVAL } from '../../../scripts/demo/listings.ts';
import { listingPage } from '../../../scripts/demo/page.ts';

/** A page that is loaded again and again, and by which variants. */
export type BenchPage = { name: string; address: string; html: string; all: boolean };

function filler(nodes: number): string {
  const cell = (n: number) =>
    `<div class="cell"><span>推荐 ${n}</span><em>¥${(n % 900) + 9}.90</em><i>已售 ${n}+</i></div>`;
  return Array.from({ length: Math.floor(nodes / 4) }, (_, n) => cell(n)).join('');
}

const plain = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title></head><body>${body}</body></html>`;

/** Where the left area ends and the right one begins. */
const LEFT_END = /<\/div>(?=<div class="[^"]*" id="right-content-area">)/;

/**
 * The left area's width before the right one has come in: a page that is painted halfway through so
 * many nodes would shift by itself, in one load and not in another.
 */
const STEADY = '<style>#left-content-area{flex:0 0 calc(54% - 28px)}</style></head>';

/** Demo listing, a listing of 6,000 nodes, a result page, a page of another site. */
export const BENCH_PAGES: BenchPage[] = [
  { name: 'listing', address: addressOf(MINE), html: listingPage(MINE), all: true },
  {
    name: 'listing of 6000 nodes',
    address: addressOf(RIVAL),
    // In the left area, where 本店推荐 stands: its nodes are the ones that the reader looks through.
    html: listingPage(RIVAL)
      .replace('</head>', STEADY)
      .replace(LEFT_END, `<div>${filler(6000)}</div></div>`),
    all: false,
  },
  {
    name: 'result page',
    address: 'https://s.taobao.com/search?q=1',
    html: plain('搜索', `<div id="content_items_wrapper">${filler(2000)}</div>`),
    all: false,
  },
  {
    name: 'page of another site',
    address: 'https://www.example.com/',
    html: plain('Example', `<h1>Example</h1><p>Text.</p>`),
    all: false,
  },
];
