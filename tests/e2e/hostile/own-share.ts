import type { Page } from '@playwright/test';

/**
 * How much of the page's main thread our content script takes, from now until `end`, 0 to 1: the
 * samples of V8's profiler in whose stack one of its functions stands, with all that it calls.
 */
export async function ownShare(page: Page): Promise<{ end(): Promise<number> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
  return {
    async end() {
      const { profile } = await cdp.send('Profiler.stop');
      await cdp.detach();
      const ours = new Set<number>();
      const mark = (id: number, isOurs: boolean) => {
        const node = nodes.get(id);
        const is = isOurs || node?.callFrame.url.includes('/content-scripts/') === true;
        if (is) ours.add(id);
        for (const child of node?.children ?? []) mark(child, is);
      };
      const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
      const [root] = profile.nodes;
      if (root !== undefined) mark(root.id, false);
      let ownUs = 0;
      let allUs = 0;
      for (const [index, id] of (profile.samples ?? []).entries()) {
        const us = Math.max(0, profile.timeDeltas?.[index] ?? 0);
        allUs += us;
        if (ours.has(id)) ownUs += us;
      }
      if (allUs === 0) throw new Error('the profiler took no sample');
      return ownUs / allUs;
    },
  };
}
