/** The styles that cells are written in, by their index in the workbook's style part. */
export const STYLES = {
  plain: 0,
  head: 1,
  /** A text that begins like a formula: the mark keeps it a text when somebody edits the cell. */
  quoted: 2,
  yuan: 3,
  share: 4,
  day: 5,
  moment: 6,
  lines: 7,
} as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The style part; its formats are in the order of `STYLES`. */
export const STYLES_XML =
  `<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="4">' +
  '<numFmt numFmtId="164" formatCode="&quot;¥&quot;#,##0.00"/>' +
  '<numFmt numFmtId="165" formatCode="0.0%"/>' +
  '<numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>' +
  '</numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F1"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="8">' +
  [
    xf(0),
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>',
    xf(164),
    xf(165),
    xf(166),
    xf(167),
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  ].join('') +
  '</cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

function xf(format: number): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
}
