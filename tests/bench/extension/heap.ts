import type { BrowserContext } from 'playwright';

type Usage = { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };

/**
 * The memory of a target after its garbage is collected: script objects and the buffers behind
 * typed arrays, in bytes. `ending` is how its address ends.
 */
export async function heapOf(context: BrowserContext, type: string, ending = ''): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('this browser has no protocol of its own');
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const target = targetInfos.find(
    (info) =>
      info.type === type &&
      info.url.startsWith('chrome-extension://') &&
      info.url.replace(/#.*/, '').endsWith(ending),
  );
  if (target === undefined) throw new Error(`no ${type} ${ending}`);
  const { sessionId } = await cdp.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const call = (id: number, method: string) =>
    new Promise<Usage>((resolve) => {
      const listen = ({ message }: { message: string }) => {
        const answer = JSON.parse(message) as { id?: number; result?: Usage };
        if (answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', listen);
        resolve(answer.result ?? { usedSize: Number.NaN });
      };
      cdp.on('Target.receivedMessageFromTarget', listen);
      void cdp.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
    });
  await call(1, 'HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await call(2, 'Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize + backingStorageSize;
}
