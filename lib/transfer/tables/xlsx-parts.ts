import { numberFormat, type NumberFormat } from './number-format';
import { damaged, TABLE_LIMITS, tooMany } from './table-fault';
import { readXml } from './xml';

/** Excel writes characters that XML can't hold as _x000D_. */
const ESCAPED = /_x([0-9A-F]{4})_/gi;

/** A text of a workbook as it is meant. */
export function workbookText(text: string): string {
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Which elements may stand in which; anything else means that the part is not what it says. */
const INSIDE: Record<string, string[]> = {
  si: ['t', 'r', 'rPh', 'phoneticPr', 'extLst'],
  r: ['t', 'rPr'],
  rPh: ['t'],
  t: [],
};

/** Reads the texts of a shared strings part; guides to pronunciation are left out. */
export function readSharedStrings(text: string): string[] {
  const where = 'sharedStrings.xml';
  const strings: string[] = [];
  const path: string[] = [];
  let string = '';
  let cells = 0;
  readXml(
    text,
    {
      open(name) {
        const parent = path.at(-1);
        if (parent === undefined ? name !== 'sst' : false) damaged(where);
        if (parent === 'sst' && name !== 'si' && name !== 'extLst') damaged(where);
        const allowed = parent === undefined ? undefined : INSIDE[parent];
        if (allowed !== undefined && !allowed.includes(name)) damaged(where);
        if (name === 'si') string = '';
        path.push(name);
      },
      close() {
        if (path.pop() !== 'si') return;
        if (string.length > TABLE_LIMITS.cellChars) tooMany('chars', TABLE_LIMITS.cellChars);
        if ((cells += 1) > TABLE_LIMITS.cells) tooMany('cells', TABLE_LIMITS.cells);
        strings.push(workbookText(string));
      },
      text(piece) {
        if (path.at(-1) === 't') {
          if (!path.includes('rPh')) string += piece;
        } else if (piece.trim() !== '' && !path.includes('extLst')) damaged(where);
      },
    },
    where,
  );
  return strings;
}

/** Reads how the cells of each style show numbers, by the style's index. */
export function readStyles(text: string): NumberFormat[] {
  const where = 'styles.xml';
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  let depth = 0;
  let count: string | null = null;
  readXml(
    text,
    {
      open(name, attribute) {
        if ((depth += 1) === 1 && name !== 'styleSheet') damaged(where);
        // A style left out or renamed would give its cells the format of another.
        if (inCells && depth === 3 && name !== 'xf') damaged(where);
        if (depth === 2 && name === 'cellXfs') {
          if (inCells || formats.length > 0) damaged(where);
          inCells = true;
          count = attribute('count');
        }
        if (name === 'numFmt') {
          codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        }
        if (name !== 'xf' || !inCells || depth !== 3) return;
        const id = Number(attribute('numFmtId') ?? '0');
        if (!Number.isInteger(id)) damaged(where);
        formats.push(numberFormat(id, codes.get(id) ?? null));
      },
      close(name) {
        depth -= 1;
        if (depth === 1 && name === 'cellXfs') inCells = false;
      },
      text() {},
    },
    where,
  );
  if (count !== null && Number(count) !== formats.length) damaged(where);
  return formats;
}
