import type { WorkbookSheet } from './cell';
import { sheetXml } from './sheet-xml';
import { STYLES_XML } from './styles-xml';
import { cellXml, escapedXml, sheetName } from './xml-text';
import { zip } from './zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The type that the browser saves a workbook with. */
export const WORKBOOK_TYPE = `${TYPES}.sheet`;

/**
 * An XLSX workbook of these sheets (ECMA-376, transitional), at least one. Texts are shared texts,
 * figures are numbers, no formula is ever written. The same sheets give the same bytes.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts = workbookParts(sheets);
  return zip([...parts].map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(xml) })));
}

/** The parts of the workbook by name, as XML. */
export function workbookParts(sheets: readonly WorkbookSheet[]): Map<string, string> {
  const texts = new Map<string, number>();
  const shared = (text: string) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const names = sheets.reduce<string[]>((all, { name }) => [...all, sheetName(name, all)], []);
  const bodies = sheets.map((sheet) => sheetXml(sheet, shared));
  const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;
  const list = names.map(
    (name, index) =>
      `<sheet name="${escapedXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = [
    ...names.map((_, index) => relation(`rId${index + 1}`, 'worksheet', sheetPath(index))),
    relation('rIdStyles', 'styles', 'styles.xml'),
    relation('rIdTexts', 'sharedStrings', 'sharedStrings.xml'),
  ];
  const items = [...texts.keys()].map(
    (text) => `<si><t xml:space="preserve">${cellXml(text)}</t></si>`,
  );
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook.xml', 'sheet.main'),
    ...names.map((_, index) => override(sheetPath(index), 'worksheet')),
    override('styles.xml', 'styles'),
    override('sharedStrings.xml', 'sharedStrings'),
  ];
  const parts: [string, string][] = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`],
    ['_rels/.rels', relationsXml([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationsXml(relations)],
    ['xl/styles.xml', STYLES_XML],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`,
    ],
    ...bodies.map((xml, index): [string, string] => [`xl/${sheetPath(index)}`, xml]),
  ];
  return new Map(parts.map(([name, xml]) => [name, HEAD + xml]));
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationsXml(relations: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

function override(path: string, type: string): string {
  return `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`;
}
