const DAY = String.raw`(20\d\d)[-/.年](1[0-2]|0?[1-9])[-/.月]([12]\d|3[01]|0?[1-9])(?!\d)日?`;
const RANGE = new RegExp(`${DAY}\\s*(?:~|-|–|—|_|至|到)+\\s*${DAY}`);
const LABELLED = new RegExp(`(?:统计|数据)(?:日期|周期|时间|时段)\\s*[:：]?\\s*${DAY}`);
const LAST = /(?:近|最近)\s*(7|30)\s*天/;

/**
 * The period that a text names: `2026-11-15~2026-11-21`, `2026-11-21`, `7d` or `30d`; null where it
 * names none. A single day counts only where it is called the day of the figures: the one in a
 * file's name is as often the day of the download.
 */
export function periodIn(text: string): string | null {
  const plain = separated(text.normalize('NFKC').replace(/[∼〜]/g, '~'));
  const range = RANGE.exec(plain);
  if (range !== null) {
    const [, y1 = '', m1 = '', d1 = '', y2 = '', m2 = '', d2 = ''] = range;
    const from = dayText(y1, m1, d1);
    const to = dayText(y2, m2, d2);
    if (from === null || to === null || from > to) return null;
    return from === to ? from : `${from}~${to}`;
  }
  const day = LABELLED.exec(plain);
  if (day !== null) return dayText(day[1] ?? '', day[2] ?? '', day[3] ?? '');
  const last = LAST.exec(plain);
  return last === null ? null : `${last[1]}d`;
}

const WHOLE_DAY = new RegExp(`^${DAY}$`);

/** A cell that is a day, as `2026-11-21`; null where it is none. */
export function dayIn(text: string): string | null {
  const day = WHOLE_DAY.exec(separated(text.trim()));
  return day === null ? null : dayText(day[1] ?? '', day[2] ?? '', day[3] ?? '');
}

/** 20261121 as 2026-11-21. */
function separated(text: string): string {
  return text.replace(/(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/g, '$1-$2-$3');
}

function dayText(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
