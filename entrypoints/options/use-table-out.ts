import type { TableOut } from '../../components/options/table-out';
import { dayText } from '../../components/options/seen-text';
import { useLanguage, useWords } from '../../components/ui/words';
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
  return ({ form, text, rows }, part) => {
    if (form === 'csv') {
      const day = dayText(language, context.nowMs).replace(/\D+/g, '-');
      saveFile(
        new Blob([text], { type: 'text/csv' }),
        `${[name, ...(part === undefined ? [] : [part])].map(filePart).join('-')}-${day}.csv`,
      );
      return;
    }
    void copyText(text).then((done) =>
      context.toast({ text: done ? words.copied(rows) : words.copyFailed }),
    );
  };
}

/** What a page wrote, as part of a file's name: nothing that a file system or a reader trips over. */
function filePart(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .slice(0, 60);
}
