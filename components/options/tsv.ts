/**
 * One cell of a copied table. Tabs and line breaks would move cells, and text that begins like a
 * formula would run in a spreadsheet: both are taken out of what a page wrote.
 */
export function tsvCell(text: string): string {
  const flat = text.replace(/[\t\r\n\u2028\u2029]+/g, ' ').trim();
  const isNumber = /^[+-]?\d+(\.\d+)?%?$/.test(flat);
  return !isNumber && /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

/** Rows of cells as tab-separated lines. */
export function tsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(tsvCell).join('\t')).join('\n');
}
