import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { TableSession, type TableRequest } from '../lib/transfer/tables/table-session';
import { WorkbookSession, type WorkbookRequest } from '../lib/transfer/workbook/workbook-session';

/**
 * The worker that reads tables, and writes long ones: whatever a file does to it, the page can end it,
 * and however long a table is, the page goes on.
 */
export default defineUnlistedScript(() => {
  const reading = new TableSession();
  const writing = new WorkbookSession();
  const answer = async (asked: TableRequest | WorkbookRequest): Promise<void> => {
    if (asked.ask !== 'rows' && asked.ask !== 'workbook') {
      postMessage(await reading.answer(asked, (share) => postMessage({ is: 'share', share })));
      return;
    }
    const done = await writing.answer(asked);
    postMessage(done, { transfer: done.is === 'workbook' ? [done.bytes.buffer] : [] });
  };
  addEventListener('message', ({ data }: MessageEvent<TableRequest | WorkbookRequest>) => {
    // The page is told by the worker's error event.
    void answer(data).catch(reportError);
  });
});
