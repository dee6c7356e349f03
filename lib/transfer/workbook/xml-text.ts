/** Longest text that a spreadsheet takes in one cell; it calls a file with a longer one broken. */
export const MAX_CELL_CHARS = 32_767;

/** What XML can't hold, and the carriage return, which XML would read as a line feed. */
// oxlint-disable-next-line no-control-regex -- control characters are what has to go
const UNHOLDABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
/** A text that looks like an escape of such a character, right before its `x`. */
// oxlint-disable-next-line no-control-regex -- control characters are what has to go
const LIKE_ESCAPE = /_(?=x[0-9a-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])/gi;

/**
 * A cell's text within XML: markup escaped, and what XML can't hold as `_x0007_`, as Excel has it.
 * Halves of characters become U+FFFD; what is longer than a cell may be ends with an ellipsis.
 */
export function cellXml(text: string): string {
  const whole = text.length > MAX_CELL_CHARS ? `${text.slice(0, MAX_CELL_CHARS - 1)}…` : text;
  const held = wellFormed(whole)
    .replace(LIKE_ESCAPE, '_x005F_')
    .replace(UNHOLDABLE, (char) => `_x${hex4(char)}_`);
  return escapedXml(held);
}

/** Text or attribute value of XML. */
export function escapedXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A name that every spreadsheet takes for a sheet, and that none of `taken` is. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain =
    wellFormed(wanted)
      .replace(/[\p{Cc}\p{Cf}[\]:*?/\\]+/gu, ' ')
      .replace(/^[\s']+|[\s']+$/g, '')
      .slice(0, 31)
      .trim() || 'Sheet';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  // Excel keeps this name for itself.
  if (plain.toLowerCase() === 'history') used.add('history');
  let name = wellFormed(plain);
  for (let turn = 2; used.has(name.toLowerCase()); turn += 1) {
    const ending = ` ${turn}`;
    name = `${wellFormed(plain.slice(0, 31 - ending.length))}${ending}`;
  }
  return name;
}

function hex4(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The text with halves of characters replaced. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
