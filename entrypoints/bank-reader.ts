import '../lib/zod-jitless';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { titleSegmenter } from '../lib/analysis/segmenter/title-segmenter';
import { openReading } from '../lib/db/reading';
import type { BankReply, BankRequest } from './options/bank-worker/bank-messages';
import { BankSession } from './options/bank-worker/bank-session';
import { buffersOf } from './options/bank-worker/buffers';

/** The worker that holds a keyword bank: reads it, and sorts, matches and compares off the page. */
export default defineUnlistedScript(() => {
  let reading: ReturnType<typeof openReading> | null = null;
  const session = new BankSession(
    async () => {
      reading ??= openReading();
      try {
        return (await reading).reader;
      } catch (error) {
        reading = null;
        throw error;
      }
    },
    titleSegmenter(async () => {
      // oxlint-disable-next-line no-restricted-globals -- a packaged file, by our own address
      const response = await fetch('/lexicon.txt');
      return response.text();
    }),
  );
  addEventListener('message', ({ data }: MessageEvent<BankRequest & { id: number }>) => {
    void reply(session, data).then((answer) =>
      postMessage(answer, { transfer: buffersOf(answer) }),
    );
  });
});

async function reply(
  session: BankSession,
  { id, ...request }: BankRequest & { id: number },
): Promise<BankReply> {
  try {
    const answer = await session.answer(request);
    return typeof answer === 'string' ? { id, ok: false, why: answer } : { id, ok: true, answer };
  } catch {
    return { id, ok: false, why: 'failed' };
  }
}
