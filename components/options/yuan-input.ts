/** What an operator typed where an amount of money is asked for. */
export type YuanInput =
  | { state: 'empty' }
  | { state: 'fen'; fen: number }
  | { state: 'bad'; why: 'not-an-amount' | 'too-fine' | 'too-large' };

/** Largest amount accepted, in fen; the schema's own cap (`MAX_FEN`). */
const MAX_FEN = 100_000_000_000;
const SHAPE = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/;

/**
 * Reads yuan as typed ("129", "129.5", "¥1,299.00", full-width digits, 元 at the end) into integer
 * fen. It works on the digits themselves, never on a float, so 1.15 is 115 and 0.29 is 29.
 * More than two decimals are refused rather than rounded.
 */
export function parseYuan(text: string): YuanInput {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*[¥￥]?\s*/u, '')
    .replace(/\s*元?\s*$/u, '');
  if (plain === '') return { state: 'empty' };
  const parts = SHAPE.exec(plain);
  if (parts === null) return { state: 'bad', why: 'not-an-amount' };
  const decimals = (parts[2] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return { state: 'bad', why: 'too-fine' };
  const whole = (parts[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (whole.length > 12) return { state: 'bad', why: 'too-large' };
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return fen > MAX_FEN ? { state: 'bad', why: 'too-large' } : { state: 'fen', fen };
}

/** Fen as the text of an input: 12900 is "129", 12950 is "129.50"; null is "". */
export function yuanInputText(fen: number | null): string {
  if (fen === null) return '';
  const rest = fen % 100;
  const whole = String((fen - rest) / 100);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}
