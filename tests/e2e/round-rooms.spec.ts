import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addressOf } from '../../scripts/demo/listing.ts';
import { MINE, RIVAL } from '../../scripts/demo/listings.ts';
import { expect, test, type Shop } from './harness.ts';
import { isWhole } from './hostile/campaign.ts';

type Look = { language: 'zh-CN' | 'en'; theme: 'light' | 'dark' };
/** One look in `npm test`, all four in the long run. */
const LOOKS: Look[] = isWhole()
  ? (['zh-CN', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).map((theme) => ({ language, theme })),
    )
  : [{ language: 'zh-CN', theme: 'dark' }];

/** The rooms of the daily round, each with as much of it open as there is. */
const ROOMS: { hash: string; ready: string; open?: (page: Page) => Promise<void> }[] = [
  {
    hash: '#/watch',
    ready: '.watch-row',
    open: async (page) => {
      await page.locator('.watch-row').first().focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.detail canvas')).toBeVisible();
      await page.locator('.history-table summary').click();
    },
  },
  {
    hash: '#/changes',
    ready: '.visit',
    open: (page) => page.locator('.change-rules summary').click(),
  },
  {
    hash: `#/compare/${encodeURIComponent(
      [MINE, RIVAL].map(({ itemId }) => `taobao:${itemId}`).join('+'),
    )}`,
    ready: '.compare-history canvas',
  },
  { hash: '#/report', ready: '.step-chart' },
];

/** What can take the focus in the room and is in sight, marked to be known again. */
function markControls(page: Page): Promise<number> {
  return page.locator('main').evaluate((main) => {
    const controls = [
      ...main.querySelectorAll<HTMLElement>(
        'a[href],button,input,select,textarea,summary,[tabindex]',
      ),
    ].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.matches(':disabled') &&
        each.checkVisibility({ visibilityProperty: true }),
    );
    controls.forEach((each, index) => each.setAttribute('data-control', String(index)));
    return controls.length;
  });
}

/** Tabs through the page once; which controls it came to, and those whose focus can't be seen. */
async function tabThrough(page: Page, most: number) {
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const control = element?.getAttribute('data-control') ?? null;
      if (element === null || control === null) return null;
      // A field of several parts wears the ring as a whole.
      const isSeen = [element, element.parentElement].some(
        (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
      );
      return { control, unseen: isSeen ? null : element.outerHTML.slice(0, 120) };
    });
    if (at === null) continue;
    if (reached.has(at.control)) break;
    reached.add(at.control);
    if (at.unseen !== null) unseen.push(at.unseen);
  }
  return { reached, unseen };
}

async function go(shop: Shop, hash: string): Promise<Page> {
  const page = shop.options;
  await page.bringToFront();
  await page.goto(new URL(`options.html${hash}`, page.url()).href);
  await page.reload();
  return page;
}

test('the rooms of the round: axe finds nothing, and the keyboard comes to every control', async ({
  shop,
}) => {
  test.setTimeout(60_000 * LOOKS.length);
  await shop.loadDemo();
  const tab = await shop.open(RIVAL);
  await shop.inspection(addressOf(RIVAL));
  await tab.close();
  for (const look of LOOKS) {
    await shop.command({ kind: 'save-settings', patch: look });
    for (const { hash, ready, open } of ROOMS) {
      const page = await go(shop, hash);
      await expect(page.locator(ready).first()).toBeVisible();
      await open?.(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
      expect(found, `${hash} ${look.language} ${look.theme}`).toEqual([]);

      const controls = await markControls(page);
      expect(controls).toBeGreaterThan(3);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const { reached, unseen } = await tabThrough(page, controls + 60);
      const missed = await page.evaluate(
        (known) =>
          [...document.querySelectorAll('[data-control]')]
            .filter((each) => !known.includes(each.getAttribute('data-control') ?? ''))
            .map((each) => each.outerHTML.slice(0, 120)),
        [...reached],
      );
      expect(missed, hash).toEqual([]);
      expect(unseen, hash).toEqual([]);
    }
  }
});

test('from the changes of a list its report of the same days is one key away', async ({ shop }) => {
  await shop.loadDemo();
  const page = await go(shop, '#/changes');
  await page.getByLabel('清单').selectOption({ index: 1 });
  const list = await page.getByLabel('清单').locator('option:checked').textContent();
  await page.getByRole('button', { name: '30 天' }).click();
  await page.getByRole('link', { name: '看这段时间的周报' }).focus();
  await page.keyboard.press('Enter');
  const main = page.locator('main');
  await expect(main.locator('.report-list-name')).toHaveText(list ?? '');
  const [from, to] = [
    main.getByLabel('从', { exact: true }),
    main.getByLabel('到', { exact: true }),
  ];
  const dayOf = (value: string) => Date.parse(`${value}T12:00`);
  const days = (dayOf(await to.inputValue()) - dayOf(await from.inputValue())) / 86_400_000;
  expect(Math.round(days)).toBe(30);
  await expect(main.locator('.report-table')).toBeVisible();
});
