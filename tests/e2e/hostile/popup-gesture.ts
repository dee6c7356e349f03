import type { BrowserContext } from '@playwright/test';

/** Runs an expression in the open popup as an operator's click would: the browser lets it open things. */
export async function asGesture(context: BrowserContext, expression: string): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('this browser has no protocol of its own');
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const target = targetInfos.find((info) => info.url.endsWith('/popup.html'));
  if (target === undefined) throw new Error('the popup is not open');
  const { sessionId } = await cdp.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const params = { expression, userGesture: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await cdp.send('Target.sendMessageToTarget', { sessionId, message });
  await cdp.detach();
}
