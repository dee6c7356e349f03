import type { CDPSession, Page } from '@playwright/test';

/** The world of our content script in a page, as an attacker who has got into it would have it. */
export type PageWorld = {
  /** Runs a function of no outer names there; arguments and answer are JSON. */
  run<T, A>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
};

/** Finds the content script's own world in a page that is open. */
export async function pageWorld(page: Page): Promise<PageWorld> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const ids: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const isOurs = context.auxData?.['type'] === 'isolated' && !/playwright/.test(context.name);
    if (isOurs) ids.push(context.id);
  });
  await cdp.send('Runtime.enable');
  for (let i = 0; i < 50 && ids.length === 0; i += 1) await page.waitForTimeout(20);
  const contextId = ids[0];
  if (contextId === undefined) throw new Error('there is no content script in this page');
  return {
    async run(work, argument) {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression: `(${String(work)})(${JSON.stringify(argument)})`,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as never;
    },
  };
}
