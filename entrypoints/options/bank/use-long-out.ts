import { useState } from 'preact/hooks';
import type { LongOut } from '../../../components/options/long-out';
import { dayText } from '../../../components/options/seen-text';
import { useLanguage, useWords } from '../../../components/ui/words';
import { copyText } from '../copy-text';
import { startTableReader } from '../packaged-worker';
import type { PageContext } from '../page-context';
import { saveFile } from '../save-file';
import { TableWorker } from '../table-worker';
import { outName } from '../use-table-out';
import { longCsv, longTsv, longWorkbook } from './send-long';

/** Longest that the worker may take over a workbook, in ms. */
const PATIENCE_MS = 120_000;

/** Copies a long table or saves it as a file named by `name` and the day; `busy` while it is made. */
export function useLongOut(name: string, context: PageContext) {
  const { out: words } = useWords().options;
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const said = async (table: LongOut, form: 'tsv' | 'csv' | 'xlsx'): Promise<string | null> => {
    if (form === 'tsv') {
      const done = await copyText(await longTsv(table));
      return done ? words.copied(table.length - 1) : words.copyFailed;
    }
    const fileName = outName([name], dayText(language, context.nowMs));
    if (form === 'csv') {
      saveFile(await longCsv(table), `${fileName}.csv`);
      return null;
    }
    const worker = new TableWorker(startTableReader, PATIENCE_MS);
    try {
      const file = await longWorkbook(table, name, worker);
      if (file === null) return words.saveFailed;
      saveFile(file, `${fileName}.xlsx`);
      return null;
    } finally {
      worker.end();
    }
  };
  const send = async (table: LongOut, form: 'tsv' | 'csv' | 'xlsx'): Promise<void> => {
    setBusy(true);
    try {
      const text = await said(table, form);
      if (text !== null) context.toast({ text });
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}
