import type { TitleLength } from './coverage-result';

// Wide (W) and full-width (F) of Unicode's East Asian Width (UAX #11, 16.0), emoji through their
// own property. Ambiguous characters (“ ” · ① é) are narrow, as UAX #11 says where the context is
// not known.
const WIDE =
  /[\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18D08}\u{1AFF0}-\u{1B2FB}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|(?![\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}/u;
// What takes no place of its own: combining marks and characters that show nothing (UAX #11,
// "combining marks … advance no column"; the same in every wcwidth).
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Length of a raw title in half-width units (wide and full-width characters 2, combining marks and
 * zero-width characters 0, all others 1, blanks included) and in characters (code points, all of
 * them), beside the operator's limit. How the platform's form counts is not documented.
 */
export function titleLength(title: string, limitUnits: number): TitleLength {
  let units = 0;
  let characters = 0;
  for (const character of title) {
    characters++;
    const code = character.charCodeAt(0);
    if (code < 0x300) units += code === 0xad ? 0 : 1;
    else if (code >= 0x4e00 && code <= 0x9fff) units += 2;
    else if (!NO_WIDTH.test(character)) units += WIDE.test(character) ? 2 : 1;
  }
  return { units, characters, limitUnits };
}
