import { DEMO_BENCHMARK } from '../../../scripts/demo/demo-benchmark.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE } from '../../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, test, type Shop } from '../harness.ts';
import { none, say } from './campaign.ts';
import { addSpy, heardBy, searchFor } from './spy.ts';

const KEYWORDS = ['玄鳞布', '青砚衫', '霜梭袖', '澜纹裳', '璇玑帽', '岫云料', '烬羽衣', '漪光纱'];
const POINTS = ['隐针锁边七道', '冷萃回潮率九', '鹤顶抗勾丝', '松烟调温膜', '雁字透气孔'];
const LADDER = { dailyFen: 73_137, promoFen: 61_913, memberFen: 57_319, floorFen: 47_173 };
const PRICES = ['731.37', '619.13', '573.19', '471.73'];
const NOTE = '暗记甲乙丙丁';
const TYPED = '边写边藏戊己';
const NAME = '秘线庚辛壬';
const SECRETS = [...KEYWORDS, ...POINTS, ...PRICES, NOTE, TYPED, NAME];

const BENCHMARK_ID = 'hidden-line';
const listingId = `taobao:${MINE.itemId}`;

async function plant(shop: Shop): Promise<void> {
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  const point = { match: 'any', synonyms: [], places: [], mustHave: true, manual: false };
  await shop.command({
    kind: 'save-benchmark',
    benchmark: {
      ...DEMO_BENCHMARK,
      id: BENCHMARK_ID,
      name: NAME,
      pinnedListingIds: [listingId],
      sellingPoints: POINTS.map((name, i) => ({ ...point, id: `p${i}`, name, phrases: [name] })),
      ladder: LADDER,
    },
    baseRevision: null,
  });
  const word = { metrics: [], class: 'core', mustHave: true, synonyms: [], atomic: false };
  await shop.command({
    kind: 'save-keywords',
    benchmarkId: BENCHMARK_ID,
    keywords: KEYWORDS.map((one) => ({ ...word, word: one })),
    baseRevision: null,
  });
  await shop.command({ kind: 'save-note', listingId, text: NOTE, tags: [] });
}

test('of 20 planted secrets a spying page recovers none, nor our name or id', async ({ shop }) => {
  await plant(shop);
  expect(SECRETS).toHaveLength(20);
  const page = await shop.context.newPage();
  await addSpy(page);
  await page.goto(addressOf(MINE));
  await page.bringToFront();
  // Found by its address: Playwright's own look at a frame's element would meet the page's hooks.
  await expect.poll(() => frameOf(page, 'dock')).not.toBeNull();
  const dock = frameOf(page, 'dock')!;
  await expect(dock.locator('.dock-bottom')).toBeVisible();
  await page.waitForTimeout(1000);

  // All of them are on the screen: what is not drawn could not be found either.
  const note = dock.locator('textarea').first();
  await expect(note).toHaveValue(NOTE);
  await note.scrollIntoViewIfNeeded();
  await dock.locator('.title-more').click({ delay: 600 });
  await note.click({ delay: 20 });
  await page.keyboard.type(TYPED);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const drawn = await dock.evaluate(() => {
    const typed = [...document.querySelectorAll('textarea')].map(({ value }) => value).join();
    const titles = [...document.querySelectorAll('[title]')].map((node) =>
      node.getAttribute('title'),
    );
    return document.body.textContent + typed + titles.join();
  });
  const unseen = SECRETS.filter((secret) => !drawn.includes(secret));
  expect(unseen).toEqual([]);

  const id = new URL(shop.options.url()).host;
  const traces = [id, 'chrome-extension', 'Yardstick', '标尺', 'wxt', 'dock.html', 'chip.html'];
  const found = await searchFor(page, [...SECRETS, ...traces]);
  say('secrets', { planted: SECRETS.length, recovered: none(found.length) });
  expect(found).toEqual([]);
  const heard = await heardBy(page);
  // The one copy is the search's own; no key, no input and no message has come through.
  const passed = heard.filter((line) => /^event (message|key|input|copy|beforeinput)/.test(line));
  expect(passed.map((line) => line.split(' ')[1])).toEqual(['copy']);
});

test('the spy does find what stands in a page, even in a closed shadow root', async ({ shop }) => {
  const address = 'https://detail.tmall.com/about.htm';
  const inRoot = SECRETS.slice(0, 10);
  shop.serve(
    address,
    `<!doctype html><link rel="icon" href="data:,"><p></p><script>
      const host = document.documentElement.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'closed' }).textContent = ${JSON.stringify(inRoot.join(' '))};
      document.currentScript.remove();
      window.postMessage(${JSON.stringify(SECRETS.slice(10).join(' '))});
    </script>`,
  );
  const page = await shop.context.newPage();
  await addSpy(page);
  await page.goto(address);
  await page.bringToFront();
  expect(await searchFor(page, SECRETS)).toEqual(SECRETS);
});

test('no page can fetch, load or frame a packaged file by the real id', async ({ shop }) => {
  await shop.loadDemo();
  const id = new URL(shop.options.url()).host;
  const elsewhere = 'https://spy.example/';
  shop.serve(elsewhere, '<!doctype html><link rel="icon" href="data:,"><p>elsewhere</p>');
  const files = [
    'dock.html',
    'chip.html',
    'manifest.json',
    'popup.html',
    'options.html',
    'lexicon.txt',
  ];
  for (const address of [addressOf(MINE), elsewhere]) {
    const page = await shop.open(address);
    if (address !== elsewhere) await dockOf(page);
    const got = await page.evaluate(
      async ([ownId, names]) => {
        const reached: string[] = [];
        const loads = (tag: 'img' | 'script' | 'link', url: string) =>
          new Promise<boolean>((resolve) => {
            const node = document.createElement(tag);
            node.addEventListener('load', () => resolve(true));
            node.addEventListener('error', () => resolve(false));
            if (node instanceof HTMLLinkElement) node.rel = 'stylesheet';
            Reflect.set(node, node instanceof HTMLLinkElement ? 'href' : 'src', url);
            document.head.append(node);
          });
        for (const name of names) {
          const url = `chrome-extension://${ownId}/${name}`;
          if (
            await fetch(url).then(
              () => true,
              () => false,
            )
          )
            reached.push(`fetch ${name}`);
          if (
            await fetch(url, { mode: 'no-cors' }).then(
              () => true,
              () => false,
            )
          )
            reached.push(`no-cors ${name}`);
          for (const tag of ['img', 'script', 'link'] as const)
            if (await loads(tag, url)) reached.push(`${tag} ${name}`);
          const frame = document.createElement('iframe');
          frame.className = 'hostile';
          frame.src = url;
          document.body.append(frame);
        }
        return reached;
      },
      [id, files] as const,
    );
    expect(got).toEqual([]);
    await page.waitForTimeout(500);
    // A refused frame shows the browser's own error page; none of ours answers in it. Only the
    // page's own frames are asked: the overlay may put in another chip's at any moment.
    const framed: string[] = [];
    for (const node of await page.locator('iframe.hostile').elementHandles()) {
      const frame = await node.contentFrame();
      if (frame === null) throw new Error('a frame of the page has gone');
      framed.push(await frame.evaluate(() => document.getElementById('root')?.outerHTML ?? ''));
    }
    expect(framed).toHaveLength(files.length);
    expect(framed.join('')).toBe('');
    const opened = await page.evaluate((ownId) => {
      const win = window.open(`chrome-extension://${ownId}/dock.html`);
      return win === null ? 0 : win.length;
    }, id);
    expect(opened).toBe(0);
    await page.close();
  }
});
