import { ALNUM, charClass, foldUnit, isDigit } from './char-class';

const PLUS = 0x2b;
const DEGREE = 0xb0;
const CELSIUS = 0x2103;

/** `.` `-` `_` `'` `&` hold two alphanumerics together; `*` `×` `~` only two digits. */
function holds(unit: number, before: number, after: number): boolean {
  if (charClass(after) !== ALNUM) return false;
  const folded = foldUnit(unit);
  if (folded === 0x2e || folded === 0x2d || folded === 0x5f || folded === 0x27 || folded === 0x26)
    return true;
  const digits = isDigit(foldUnit(before)) && isDigit(foldUnit(after));
  return digits && (folded === PLUS || folded === 0x2a || folded === 0xd7 || folded === 0x7e);
}

/** Whether a mark belongs to the number or name before it: `UPF50+`, `100%`, `PA+++`, `60℃`. */
function trails(unit: number): boolean {
  const folded = foldUnit(unit);
  return folded === PLUS || folded === 0x25 || folded === DEGREE || folded === CELSIUS;
}

/**
 * End of the alphanumeric run that starts at an offset: letters, digits and what holds them together, kept
 * whole (iPhone14, T-shirt, 1.5L, UPF50+, 6+128G). Linear in the run.
 */
export function alnumRunEnd(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (charClass(unit) === ALNUM) continue;
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (!holds(unit, text.charCodeAt(at - 1), after)) break;
  }
  while (at < text.length && trails(text.charCodeAt(at))) at++;
  return at;
}
