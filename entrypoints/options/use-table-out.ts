import type { TableOut } from '../../components/options/table-out';
import { dayText } from '../../components/options/seen-text';
import { useLanguage, useWords } from '../../components/ui/words';
import type { WorkbookSheet } from '../../lib/transfer/workbook/cell';
import { WORKBOOK_TYPE, writeWorkbook } from '../../lib/transfer/workbook/write-workbook';
import { copyText } from './copy-text';
import type { PageContext } from './page-context';
import { saveFile } from './save-file';

/** Puts a table on the clipboard, or saves it as a file named by `name` and the day. */
export function useTableOut(
  name: string,
  context: PageContext,
): (out: TableOut, part?: string) => void {
  const { out: words } = useWords().options;
  const language = useLanguage();
  return (out, part) => {
    const day = dayText(language, context.nowMs);
    const fileName = outName([name, ...(part === undefined ? [] : [part])], day);
    if (out.form === 'xlsx') {
      void saveWorkbook([{ name: part ?? name, rows: out.cells }], fileName);
      return;
    }
    if (out.form === 'csv') {
      saveFile(new Blob([out.text], { type: 'text/csv' }), `${fileName}.csv`);
      return;
    }
    void copyText(out.text).then((done) =>
      context.toast({ text: done ? words.copied(out.rows) : words.copyFailed }),
    );
  };
}

/** Saves sheets as an XLSX file. */
export async function saveWorkbook(sheets: WorkbookSheet[], fileName: string): Promise<void> {
  saveFile(new Blob([await writeWorkbook(sheets)], { type: WORKBOOK_TYPE }), `${fileName}.xlsx`);
}

/** A file's name, without its ending, of what is in it and the day. */
export function outName(parts: readonly string[], day: string): string {
  return [...parts.map(filePart), day.replace(/\D+/g, '-')].join('-');
}

/** Saves a picture of a chart as a file named by `name` and the day, or says that there is none. */
export function usePictureOut(
  name: string,
  context: PageContext,
): (picture: Blob | null, part?: string) => void {
  const { pictureFailed } = useWords().options.watch.detail;
  const language = useLanguage();
  return (picture, part) => {
    if (picture === null) {
      context.toast({ text: pictureFailed });
      return;
    }
    const day = dayText(language, context.nowMs).replace(/\D+/g, '-');
    const parts = [name, ...(part === undefined ? [] : [part])].map(filePart);
    saveFile(picture, `${parts.join('-')}-${day}.png`);
  };
}

/** What a page wrote, as part of a file's name: nothing that a file system or a reader trips over. */
function filePart(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .slice(0, 60);
}
