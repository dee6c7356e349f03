import { GridBounds, type GridRow } from './grid';
import { TableError } from './table-fault';

const DELIMITERS = ['\t', ',', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/**
 * Reads CSV or TSV. The delimiter is the one that gives most rows the same number of columns;
 * `sep=;` in the first line names it. Between commas a quoted cell must be closed and end there,
 * or the file is refused. Between tabs a quote that does not enclose its cell is part of the text:
 * tables copied from a page are not quoted, and 12" is a size.
 */
export function readDelimited(
  text: string,
  onShare: (share: number) => void = () => {},
): GridRow[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const named = /^sep=([\t,;])(?:\r\n|\r|\n)/i.exec(text.slice(start, start + 8));
  if (named !== null) {
    const rows = records(
      text,
      start + named[0].length,
      named[1] as Delimiter,
      new GridBounds(),
      onShare,
    );
    return rows.map((row) => ({ ...row, line: row.line + 1 }));
  }
  return records(text, start, delimiterOf(text.slice(start)), new GridBounds(), onShare);
}

/** The most rows that the delimiter is chosen by, and the most characters of them. */
const PROBE_ROWS = 40;
const PROBE_CHARS = 40_000;

function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, PROBE_CHARS)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, PROBE_ROWS);
  let best: Delimiter = '\t';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const columns = line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length;
      if (columns > 1) counts.set(columns, (counts.get(columns) ?? 0) + 1);
    }
    const alike = Math.max(0, ...counts.values());
    if (alike > most) {
      most = alike;
      best = delimiter;
    }
  }
  return best;
}

function records(
  text: string,
  start: number,
  delimiter: Delimiter,
  bounds: GridBounds,
  onShare: (share: number) => void,
): GridRow[] {
  const rows: GridRow[] = [];
  let at = start;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const firstLine = line;
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at, delimiter, line) : null;
      const end = cell?.end ?? cellEnd(text, at, delimiter);
      // Some exports write ="0123" so that a spreadsheet leaves the text as it is.
      const value = cell?.value ?? text.slice(at, end).replace(/^="(.*)"$/, '$1');
      line += cell?.lines ?? 0;
      bounds.cell(cells.length, value.length);
      cells.push(value);
      at = end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    bounds.row();
    if (rows.length % 4096 === 4095) onShare(at / text.length);
    rows.push({ line: firstLine, cells });
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
  }
  return rows;
}

function isEnd(text: string, at: number, delimiter: Delimiter): boolean {
  const unit = text[at];
  return unit === undefined || unit === delimiter || unit === '\n' || unit === '\r';
}

function cellEnd(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (!isEnd(text, at, delimiter)) at += 1;
  return at;
}

/** The cell quoted from here, null where it is text that begins with a quote. */
function quoted(text: string, from: number, delimiter: Delimiter, line: number) {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close >= 0 && text[close + 1] === '"') {
      at = close + 2;
      continue;
    }
    if (close >= 0 && isEnd(text, close + 1, delimiter)) {
      const value = text.slice(from + 1, close).replaceAll('""', '"');
      return { value, end: close + 1, lines: value.split(/\r\n|\r|\n/).length - 1 };
    }
    if (delimiter === '\t') return null;
    throw new TableError({ code: 'quotes', line });
  }
}
