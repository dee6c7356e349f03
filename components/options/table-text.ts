/** The forms in which a table leaves the product. */
export type TableForm = 'tsv' | 'csv' | 'markdown';

/** A number as a spreadsheet may have it: −12.5, 1,200, 3.5% keep their sign. */
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;
/** What runs in a spreadsheet, full-width too; blanks, quotes and unseen characters hide it. */
const FORMULA = /^[\s"'`“”‘’「」\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹢﹣﹦﹫]/u;

/**
 * One cell of a table that leaves the product. Tabs and line breaks would move cells, and text that
 * begins like a formula would run in a spreadsheet: what a page wrote can do neither.
 */
export function safeCell(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what has to go
  const flat = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return !NUMBER.test(flat) && FORMULA.test(flat) ? `'${flat}` : flat;
}

/** Rows of cells as tab-separated lines, for the clipboard. */
export function tsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(safeCell).join('\t')).join('\n');
}

/** Stands at the start of a CSV file, and tells spreadsheets that it is UTF-8. */
export const CSV_MARK = '\ufeff';

/** Rows of cells as a CSV file (RFC 4180). */
export function csv(rows: readonly (readonly string[])[]): string {
  return CSV_MARK + csvLines(rows);
}

/** Rows of cells as lines of a CSV file. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = safeCell(text);
    return /[",;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Rows of cells as a Markdown table, the first row at its head; what a page wrote stays text. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const texts = (row: readonly string[]) => row.map((text) => markdownText(safeCell(text)));
  return [
    line(texts(head)),
    line(head.map(() => '---')),
    ...body.map((row) => line(texts(row))),
  ].join('\n');
}

/** Text within Markdown that stays what it is: no link, no markup, no line of its own. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|`*_~<>[\]#!&]/g, '\\$&');
}

/** A table in the form asked. */
export function tableText(rows: readonly (readonly string[])[], form: TableForm): string {
  return { tsv, csv, markdown }[form](rows);
}
