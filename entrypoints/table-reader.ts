import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { TableSession, type TableRequest } from '../lib/transfer/tables/table-session';

/** The worker that reads tables: whatever a file does to it, the page can end it. */
export default defineUnlistedScript(() => {
  const session = new TableSession();
  addEventListener('message', ({ data }: MessageEvent<TableRequest>) => {
    void session
      .answer(data, (share) => postMessage({ is: 'share', share }))
      .then((answer) => postMessage(answer))
      // The page is told by the worker's error event.
      .catch(reportError);
  });
});
