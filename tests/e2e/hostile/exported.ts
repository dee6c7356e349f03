import { openZip } from '../../../lib/transfer/tables/unzip.ts';

/** A file or a copied text as it left: its name and what is in it. */
export type Taken = { name: string; text: string };

/** All that a sheet of ours may hold: none of it runs, links or loads. */
const SHEET_TAGS = new Set(
  'worksheet dimension sheetViews sheetView pane cols col sheetData row c is t v'.split(' '),
);

/** A downloaded file; of a workbook the XML of its first sheet. */
export async function takenFile(name: string, bytes: Buffer): Promise<Taken> {
  if (!name.endsWith('.xlsx')) return { name, text: String(bytes) };
  const sheet = await openZip(new Uint8Array(bytes)).read('xl/worksheets/sheet1.xml');
  return { name, text: new TextDecoder().decode(sheet) };
}

/** Cells that a spreadsheet would run, and names that are no plain file names. */
export function badExports(taken: readonly Taken[]): string[] {
  return taken.flatMap(({ name, text }) => {
    const isPlain = /^[^\\/:*?"<>|\p{Cc}\p{Cf}]{1,120}$/u.test(name) && !name.startsWith('.');
    const bad = name.endsWith('.xlsx') ? badTags(text) : formulas(name, text);
    return [...bad.map((what) => `${name}: ${what}`), ...(isPlain ? [] : [name])];
  });
}

function formulas(name: string, text: string): string[] {
  const isTable = name.endsWith('.csv') || text.includes('\t');
  const cells = isTable ? text.split(/\r?\n|\t|,(?=")/) : [];
  return cells.filter((cell) => /^\ufeff?"?[\s\p{Cf}]*(?:[=@＝]|[＋+-](?=\D))/u.test(cell));
}

/** Elements of a sheet that it may not have: a formula, a link, or a text that was not escaped. */
function badTags(xml: string): string[] {
  const tags = xml.replace(/^<\?xml[^>]*\?>/, '').match(/<[^>]*>/g) ?? [];
  if (tags.length < 3) return ['no sheet'];
  return tags.filter((tag) => !SHEET_TAGS.has(/^<\/?([\w:]+)/.exec(tag)?.[1] ?? ''));
}

/** Strings that a backup file does not hold as they were written. */
export function missingIn(backup: string, strings: readonly string[]): string[] {
  const parsed = JSON.parse(backup) as { tables: { records: { value: unknown }[] } };
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  parsed.tables.records.forEach(({ value }) => collect(value));
  const all = [...texts].join('\n');
  return strings.filter((text) => !all.includes(text));
}
