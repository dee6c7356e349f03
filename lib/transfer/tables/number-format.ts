/** How a spreadsheet shows a number: as it is, in per cent, or as a date. */
export type NumberFormat = 'plain' | 'percent' | 'date';

/** Number formats that Excel knows without their being written down. */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent';
  const isDate =
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** What a format does to a number: `code` is what the file says of it, null where it says nothing. */
export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) return builtIn(id);
  // Without texts in quotes, escaped characters, colours and locales.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'percent';
  return /[ymdhs年月日]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'plain';
}

const DAY_MS = 86_400_000;

/** The day of a spreadsheet's serial number as `2026-11-21`, null where it is none of 1900 to 2199. */
export function serialDate(serial: number, is1904: boolean): string | null {
  // Excel counts a 29 February 1900 that never was: from March 1900 on, day 0 is 30 December 1899.
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  if (!(days > 60 && days < 109_572)) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A number as the cell it is with its format. */
export function formatted(value: number, format: NumberFormat, is1904: boolean) {
  if (format === 'percent') return { share: value };
  if (format === 'plain') return value;
  const date = serialDate(value, is1904);
  return date === null ? ({ not: 'error' } as const) : { date };
}
