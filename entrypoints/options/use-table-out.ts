import type { TableOut } from '../../components/options/table-out';
import { dayText } from '../../components/options/seen-text';
import { useLanguage, useWords } from '../../components/ui/words';
import { copyText } from './copy-text';
import type { PageContext } from './page-context';
import { saveFile } from './save-file';

/** Puts a table on the clipboard, or saves it as a file named by `name` and the day. */
export function useTableOut(name: string, context: PageContext): (out: TableOut) => void {
  const { out: words } = useWords().options;
  const language = useLanguage();
  return ({ form, text, rows }) => {
    if (form === 'csv') {
      const day = dayText(language, context.nowMs).replace(/\D+/g, '-');
      saveFile(new Blob([text], { type: 'text/csv' }), `${name}-${day}.csv`);
      return;
    }
    void copyText(text).then((done) =>
      context.toast({ text: done ? words.copied(rows) : words.copyFailed }),
    );
  };
}
