import { GridBounds, type Cell, type Grid } from './grid';
import { damaged, TABLE_LIMITS, TableError, tooMany } from './table-fault';

const WHERE = 'html';

/**
 * Reads the tables of a page: many an ".xls" is one. Cells are what they show; a cell over several
 * columns or rows stands in its first, the others are empty. Scripts and styles are no text.
 */
export function readHtml(html: string, onShare: (share: number) => void = () => {}): Grid[] {
  const bounds = new GridBounds();
  const grids: Grid[] = [];
  let table: HtmlTable | null = null;
  let at = 0;
  let tags = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    const end = start < 0 ? html.length : start;
    table?.text(html.slice(at, end));
    if (start < 0) break;
    if ((tags += 1) % 16_384 === 0) onShare(start / html.length);
    const tag = tagAt(html, start);
    at = tag.end;
    if (tag.name === 'table') {
      // A table within a cell could be anything; its rows would mix with those around it.
      if (table !== null) damaged(WHERE);
      table = new HtmlTable(bounds);
    } else if (tag.name === '/table' && table !== null) {
      grids.push(table.finish());
      if (grids.length > TABLE_LIMITS.sheets) tooMany('sheets', TABLE_LIMITS.sheets);
      table = null;
    } else table?.tag(tag.name, tag.attributes);
  }
  if (table !== null) damaged(WHERE);
  if (grids.length === 0) throw new TableError({ code: 'html' });
  return grids;
}

type Tag = { name: string; attributes: string; end: number };

/** The tag from here; a "<" that begins none is one without a name. */
function tagAt(html: string, start: number): Tag {
  const nothing = (end: number): Tag => ({ name: '', attributes: '', end });
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 4);
    return nothing(end < 0 ? html.length : end + 3);
  }
  const end = html.indexOf('>', start);
  if (end < 0) return nothing(html.length);
  const [, name = '', attributes = ''] =
    /^<(\/?[a-z][a-z0-9]*)(?![\w:-])([^]*)$/i.exec(
      html.slice(start, Math.min(end, start + 2000)),
    ) ?? [];
  const tag = { name: name.toLowerCase(), attributes, end: end + 1 };
  if (tag.name !== 'script' && tag.name !== 'style') return tag;
  const closing = new RegExp(`</${tag.name}`, 'gi');
  closing.lastIndex = tag.end;
  return nothing(closing.exec(html)?.index ?? html.length);
}

class HtmlTable {
  #rows: Grid['rows'] = [];
  #cells: Cell[] | null = null;
  #cell: string | null = null;
  #span = 1;
  /** How many more rows each column is taken by a cell from above. */
  #taken: number[] = [];

  constructor(readonly bounds: GridBounds) {}

  text(raw: string): void {
    if (this.#cell !== null) this.#cell += unescaped(raw);
  }

  tag(name: string, attributes: string): void {
    if (name === 'tr') this.#openRow();
    else if (name === '/tr') this.#closeRow();
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (name === '/td' || name === '/th') this.#closeCell();
    else if (name === 'br' && this.#cell !== null) this.#cell += ' ';
  }

  finish(): Grid {
    this.#closeRow();
    return { name: '', rows: this.#rows };
  }

  #openRow(): void {
    this.#closeRow();
    this.bounds.row();
    this.#cells = [];
    this.#rows.push({ line: this.#rows.length + 1, cells: this.#cells });
  }

  #closeRow(): void {
    this.#closeCell();
    this.#cells = null;
  }

  #openCell(attributes: string): void {
    this.#closeCell();
    if (this.#cells === null) this.#openRow();
    const cells = this.#cells ?? damaged(WHERE);
    while ((this.#taken[cells.length] ?? 0) > 0) {
      this.#taken[cells.length] = (this.#taken[cells.length] ?? 0) - 1;
      this.bounds.cell(cells.length, 0);
      cells.push(null);
    }
    this.#span = spanOf(attributes, 'colspan');
    const below = spanOf(attributes, 'rowspan') - 1;
    for (let column = 0; column < this.#span; column += 1) {
      this.#taken[cells.length + column] = below;
    }
    this.#cell = '';
  }

  #closeCell(): void {
    if (this.#cell === null || this.#cells === null) return;
    const text = this.#cell.replace(/\s+/g, ' ').trim();
    this.#cell = null;
    this.bounds.cell(this.#cells.length + this.#span - 1, text.length, this.#span - 1);
    this.#cells.push(text);
    for (let more = 1; more < this.#span; more += 1) this.#cells.push(null);
  }
}

function spanOf(attributes: string, name: string): number {
  const span = Number(
    new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes)?.[1] ?? 1,
  );
  return Math.max(1, span);
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Characters that are written by name or number; what is not known stays as it is. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, ...parts) => {
    const [decimal, hex, name] = parts as (string | undefined)[];
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
