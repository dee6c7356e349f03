import type { PageReport } from '../../../lib/listing/page-report';
import type { DrawOrder, FrameDrawn, FrameName } from '../../../lib/messaging/frames';
import { fail, ok, type Result } from '../../../lib/messaging/result';
import type { SiteAdapter } from '../../../lib/sites/adapter';
import { createOverlay } from '../../../lib/content/overlay';
import { watchStillness } from '../../../lib/content/stillness';

/** A page laid out like the real one: gallery left, a purchase panel right that scrolls by itself. */
const PAGE = `
<style>
body{margin:0;font:16px/1.5 sans-serif}
.main{display:flex;gap:24px;max-width:1440px;margin:0 auto;padding:16px 24px;box-sizing:border-box}
.left{flex:none;width:50%}.gallery{height:520px;background:#ddd}.long{height:2600px}
.right{flex:1;padding-top:40px;box-sizing:border-box;position:sticky;top:16px;height:600px;overflow-y:auto;align-self:flex-start}
.head{display:none;position:absolute;top:0}.title{font-size:20px;font-weight:600}
.price{font-size:30px}.far{font-size:14px;margin-left:200px}.sku{display:inline-block;padding:6px 12px;border:1px solid #ccc;margin:4px}
.fill{height:1500px}.foot{position:sticky;bottom:0;background:#fff}.foot button{width:80%;height:44px}
</style>
<div class="main"><div class="left"><div class="gallery"></div><div class="long"></div></div>
<div class="right"><div class="head"><span>TITLE</span><span>¥129</span></div>
<div><span class="title"></span></div><div class="price"><b>¥129</b><span class="far">距结束 2 天</span></div>
<div class="skus"><span class="sku">白色</span><span class="sku">雾蓝</span></div>
<p class="point">面料 冰丝凉感</p><div class="fill"></div><div class="foot"><button>购买</button></div></div></div>`;

const one = (selector: string) => document.querySelector(selector);

/** Reads the fake page: the item from the address, the title and price as they stand. */
export const adapter: SiteAdapter = {
  site: 'taobao',
  itemId: (url) => url.searchParams.get('item'),
  read({ url, nowMs }): PageReport {
    const itemId = url.searchParams.get('item');
    if (one('.slider') !== null) return { state: 'blocked', why: 'slider' };
    const title = one('.title')?.textContent ?? '';
    if (itemId === null) return { state: 'not-listing' };
    if (title === '') return { state: 'not-ready', itemId };
    return {
      state: 'seen',
      site: 'taobao',
      itemId,
      host: url.hostname,
      skuInAddress: null,
      atMs: nowMs,
      data: null,
      parts: {
        title: { css: '.title', rows: [[title]] },
        price: { css: '.price b', rows: [[one('.price b')?.textContent ?? '']] },
      },
      held: [],
      reselected: false,
      visitor: 'unknown',
    };
  },
  anchors: () => ({
    title: one('.title'),
    price: one('.price'),
    keepClear: [one('.title'), one('.price'), one('.skus'), one('.foot button')].filter(
      (node) => node !== null,
    ),
    gallery: one('.gallery'),
  }),
  locate: (_document, at) => (at.place === 'attributes' ? one('.point') : null),
  watched: () => [one('.right')].filter((node) => node !== null),
};

export const PACE = {
  quietMs: 10,
  settleMs: 10,
  movedMs: 40,
  sameTitleMs: 120,
  longestMs: 60,
  spacingMs: 10,
  chipsMs: 30,
};

/** Short waits, an address of our own, and the frames as blank pages whose root can be looked into. */
export function openPage(
  title: string,
  item = '111111',
  arrives: (() => Promise<Result<DrawOrder>>) | null = null,
  pace: Partial<typeof PACE> = {},
) {
  history.replaceState({}, '', `?item=${item}`);
  document.body.innerHTML = PAGE;
  (one('.title') as Element).textContent = title;
  const sent: PageReport[] = [];
  // The overlay's root, once it has made one; until then one that stands nowhere.
  let root = document.createElement('div').attachShadow({ mode: 'open' });
  const attach = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow') ?? {};
  Element.prototype.attachShadow = function (init) {
    Object.defineProperty(Element.prototype, 'attachShadow', attach);
    root = (attach.value as (init: ShadowRootInit) => ShadowRoot).call(this, init);
    return root;
  };
  const state = {
    alive: true,
    /** How often the page was read. */
    reads: 0,
    answer: null as null | ((result: PageReport) => Result<DrawOrder>),
  };
  const stillness = watchStillness(() => Date.now());
  stillness.start();
  const overlay = createOverlay({
    adapter: {
      ...adapter,
      read(view) {
        state.reads += 1;
        return adapter.read(view);
      },
    },
    now: () => Date.now(),
    arrival: {
      stillness,
      order: arrives?.() ?? Promise.resolve(fail('internal')),
      send: () => Promise.reject(new Error('the overlay sends by its world')),
    },
    observe: async (result) => {
      sent.push(result);
      if (!state.alive) throw new Error('context invalidated');
      return state.answer?.(result) ?? ok(order(result));
    },
    isAlive: () => state.alive,
    frameUrl: () => 'about:blank',
    pace: { ...PACE, ...pace },
  });
  overlay.start();
  const frames = () => [...root.querySelectorAll('iframe')];
  const shown = () => frames().filter((frame) => !frame.classList.contains('away'));
  const drawn = (frame: FrameName, more: Partial<FrameDrawn> = {}) =>
    overlay.frameDrawn({
      frame,
      itemId: new URL(location.href).searchParams.get('item'),
      width: frame === 'dock' ? 332 : 240,
      height: frame === 'dock' ? 500 : 24,
      hide: false,
      atMs: null,
      ...more,
    });
  return {
    overlay,
    sent,
    state,
    frames,
    shown,
    drawn,
    get root() {
      return root;
    },
    get host() {
      return root.host;
    },
  };
}

/** What the background answers: draw for the item that was read. */
export function order(result: PageReport): DrawOrder {
  const itemId =
    result.state === 'ok' ? result.snapshot.itemId : 'itemId' in result ? result.itemId : null;
  return {
    draw: true,
    itemId,
    mode: result.state === 'blocked' ? 'stopped' : 'full',
    place: { side: 'right', top: 0.1, folded: false },
  };
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until something is so, or two seconds have gone by. */
export async function until(so: () => boolean): Promise<void> {
  for (let turn = 0; turn < 150 && !so(); turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- it waits on purpose
    await wait(15);
  }
}
