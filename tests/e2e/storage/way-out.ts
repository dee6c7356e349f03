import { checkBackup, textIn } from '../../../lib/transfer/read-backup.ts';
import type { RecordRow } from '../../../lib/db/rows.ts';
import { RESET_WORDS } from '../../../lib/messaging/reset-words.ts';
import { tell } from './both-stores.ts';
import type { RawPage } from './raw-browser.ts';

/** What a file saved from stores that can't be opened holds. */
export type Rescued = { records: Map<string, RecordRow>; rows: number };

/** Presses "save what is readable" on the options page and reads the file; null where none comes. */
export async function rescued(page: RawPage): Promise<Rescued | null> {
  const text = await page.evaluate<string | null>(`(async () => {
    let file = null;
    const own = URL.createObjectURL;
    URL.createObjectURL = (blob) => { file = blob; return own.call(URL, blob); };
    location.hash = '#/health';
    for (let tries = 0; tries < 300 && file === null; tries += 1) {
      const button = document.querySelector('.stores button');
      if (button !== null && !button.disabled) button.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    URL.createObjectURL = own;
    return file === null ? null : file.text();
  })()`);
  if (text === null) return null;
  const records = new Map<string, RecordRow>();
  let rows = 0;
  const checked = await checkBackup(textIn(text), text.length, (some) => {
    for (const { table, row } of some) {
      if (table === 'records') records.set(row.key, { ...row, deleted: 0 } as RecordRow);
      if (table === 'observations' || table === 'changes') rows += 1;
    }
  });
  return checked.ok ? { records, rows } : null;
}

/** Types the words that delete what can't be opened; what the extension answers, null for nothing. */
export async function resetByWord(page: RawPage): Promise<string> {
  const reply = await tell(page, 'reset-stores', { typed: RESET_WORDS.en }, 180_000);
  return reply?.ok === true ? 'ok' : JSON.stringify(reply);
}
