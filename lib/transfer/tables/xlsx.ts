import type { Grid } from './grid';
import { GridBounds } from './grid';
import { damaged, TABLE_LIMITS, TableError, tooMany } from './table-fault';
import { openZip, type Zip } from './unzip';
import { readXml } from './xml';
import { readSharedStrings, readStyles } from './xlsx-parts';
import { readSheet, type Workbook } from './xlsx-sheet';

/** Most characters of all parts together; each part is bounded on its own as well. */
const MAX_CHARS = 100 * 1024 * 1024;

/**
 * Reads an XLSX workbook: its visible sheets in order. Only the parts that are needed are unpacked,
 * each within its bounds. A part that breaks the format ends reading: no row of it is believed.
 */
export async function readXlsx(
  bytes: Uint8Array,
  onShare: (share: number) => void = () => {},
): Promise<Grid[]> {
  const zip = openZip(bytes);
  let chars = 0;
  const part = async (name: string) => {
    const text = utf8(await zip.read(name), name);
    chars += text.length;
    if (chars > MAX_CHARS) throw new TableError({ code: 'too-large', maxMb: TABLE_LIMITS.partMb });
    return text;
  };
  const root = relations(await part('_rels/.rels'), '', '_rels/.rels');
  const bookName = [...root.values()].find((to) => to.type === 'officeDocument')?.target;
  if (bookName === undefined) throw new TableError({ code: 'not-a-table' });
  const folder = bookName.slice(0, bookName.lastIndexOf('/') + 1);
  const relsName = `${folder}_rels/${bookName.slice(folder.length)}.rels`;
  const parts = relations(await part(relsName), folder, relsName);
  const { sheets, is1904 } = bookSheets(await part(bookName), bookName);

  const one = (type: string) => [...parts.values()].find((to) => to.type === type)?.target;
  const [stringsName, stylesName] = [one('sharedStrings'), one('styles')];
  const book: Workbook = {
    strings: stringsName === undefined ? [] : readSharedStrings(await part(stringsName)),
    formats: stylesName === undefined ? [] : readStyles(await part(stylesName)),
    is1904,
  };
  const bounds = new GridBounds();
  const grids: Grid[] = [];
  for (const { name, id } of sheets) {
    const target = parts.get(id);
    if (target === undefined) damaged(bookName);
    // A sheet that is only a chart has no rows.
    if (target.type === 'worksheet') {
      grids.push({ name, rows: readSheet(await part(target.target), book, bounds, onShare) });
    }
  }
  return grids;
}

/** True when a ZIP file says that it is a workbook. */
export function isWorkbook(zip: Zip): boolean {
  return zip.has('_rels/.rels') && zip.has('[Content_Types].xml');
}

function utf8(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return damaged(where);
  }
}

type Relation = { type: string; target: string };

/** The relations of a part by id: the last word of their type, and the name of the part. */
function relations(text: string, folder: string, where: string): Map<string, Relation> {
  const found = new Map<string, Relation>();
  const open = (name: string, attribute: (name: string) => string | null) => {
    if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
    const id = attribute('Id');
    const type = attribute('Type');
    const target = attribute('Target');
    if (id === null || type === null || target === null || found.has(id)) return damaged(where);
    found.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(target, folder),
    });
  };
  readXml(text, { open, close: () => {}, text: () => {} }, where);
  return found;
}

function resolved(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The visible sheets in order, and whether days count from 1904. */
function bookSheets(text: string, where: string) {
  const sheets: { name: string; id: string }[] = [];
  const ids = new Set<string>();
  let is1904 = false;
  const open = (name: string, attribute: (name: string) => string | null) => {
    if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const id = attribute('[A-Za-z_]\\w*:id');
    if (id === null || ids.has(id)) return damaged(where);
    ids.add(id);
    const state = attribute('state');
    if (state !== null && !['visible', 'hidden', 'veryHidden'].includes(state)) damaged(where);
    if (state === null || state === 'visible') {
      sheets.push({ name: attribute('name') ?? '', id });
    }
    if (sheets.length > TABLE_LIMITS.sheets) tooMany('sheets', TABLE_LIMITS.sheets);
  };
  readXml(text, { open, close: () => {}, text: () => {} }, where);
  if (sheets.length === 0) damaged(where);
  return { sheets, is1904 };
}
