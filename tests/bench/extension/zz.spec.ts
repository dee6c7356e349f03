import { test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { BENCH_PAGES } from './bench-pages.ts';
import { Stage } from './stage.ts';
import { traced } from './trace.ts';
test('dump', async () => {
  const stage = await new Stage().start();
  await stage.loadDemo();
  const cdp = await stage.context.browser()!.newBrowserCDPSession();
  for (let i = 0; i < 3; i++) {
    const page = await stage.context.newPage();
    const events = await traced(cdp, async () => {
      await page.goto(BENCH_PAGES[0]!.address);
      await page.waitForTimeout(1500);
    });
    writeFileSync('/tmp/bench/trace.json', JSON.stringify(events));
    await page.close();
  }
  await stage.end();
});
