/**
 * Where each UTF-16 unit of a normalised text stands in the raw one: unit `i` came from the raw
 * offsets `from[i]` to `to[i]` (exclusive). Both never decrease; a surrogate pair is never split.
 */
export type OffsetMap = { readonly from: Int32Array; readonly to: Int32Array };

/** A text made comparable, with the way back to the raw one. */
export type NormalText = { text: string; map: OffsetMap };

/**
 * What a character is to matching.
 * - `word`: letters and digits of scripts that write words apart; they match at word borders only
 * - `cjk`: Han, Kana, Hangul, Bopomofo, Thai …: no borders
 * - `mark`: spaces, punctuation, symbols, emoji
 */
export const MARK = 0;
export const WORD = 1;
export const CJK = 2;

// Zero-width, direction and other characters that show nothing; unassigned, private, half pairs.
const UNSEEN_CLASS =
  '[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Me}]|(?!\\s)\\p{Cc}';
const UNSEEN = new RegExp(UNSEEN_CLASS, 'gu');
// Combining marks; half-width Kana have two of their own that are not called marks.
const MARKS = '\\p{M}\\uFF9E\\uFF9F';
// Pieces that normalise independently of their neighbours: a character with its combining marks,
// and Hangul, whose letters compose with each other; unseen characters do not keep them apart. A
// run of unseen characters is one piece, else a long one would be looked through again and again.
const PIECE = new RegExp(
  `(?:${UNSEEN_CLASS})+|\\p{Script=Hangul}(?:(?:${UNSEEN_CLASS})*[\\p{Script=Hangul}${MARKS}])*|` +
    `[^${MARKS}](?:(?:${UNSEEN_CLASS})*[${MARKS}])*|[${MARKS}]+`,
  'suy',
);
const HANGUL_SYLLABLES = /^[\uAC00-\uD7A3]+$/;
const NO_BORDER_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー〇々]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
/** Signs that belong to the word or number they directly follow: UPF50+, 95%, C#, 30°. */
const STICKY = '+%#°‰';

/** The class of one character (a code point as a string). */
export function characterClass(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 128) return asciiClass(code);
  if (code >= 0x4e00 && code <= 0x9fff) return CJK;
  if (NO_BORDER_SCRIPTS.test(character)) return CJK;
  return LETTER_OR_DIGIT.test(character) ? WORD : MARK;
}

function asciiClass(code: number): number {
  const isWord =
    (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return isWord ? WORD : MARK;
}

/** NFKC and full case folding of a piece, unseen characters dropped. */
function fold(piece: string): string {
  const code = piece.charCodeAt(0);
  if (piece.length === 1) {
    if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
    if ((code >= 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff)) return piece;
  }
  const seen = piece.replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '');
  // Upper then lower folds ß, ſ, ς and ı as well, as full case folding does.
  return seen.toUpperCase().toLowerCase().normalize('NFKC');
}

/** Texts of Han and ASCII letters and digits only are themselves, in lower case. */
const PLAIN = /^[\u4E00-\u9FFFA-Za-z0-9]*$/;

/**
 * Makes a title, keyword or phrase comparable: NFKC, case folded, zero-width and direction
 * characters dropped. Spaces and marks are dropped wherever a Chinese character or the text's end
 * stands on either side (防晒衣 UPF50 is 防晒衣upf50), and kept between two ASCII words, spaces as
 * one blank (air max). Signs that belong to the number before them (UPF50+, 95%) are kept.
 * Unassigned and private characters and lone surrogates are dropped.
 */
export function normaliseText(raw: string): NormalText {
  if (PLAIN.test(raw)) return { text: raw.toLowerCase(), map: ownOffsets(raw.length) };
  const writer = new Writer();
  for (let at = 0; at < raw.length;) {
    const code = raw.charCodeAt(at);
    if (isSimple(code) && (at + 1 === raw.length || isSimple(raw.charCodeAt(at + 1)))) {
      writer.add(fold(raw[at]!), at, at + 1);
      at++;
      continue;
    }
    PIECE.lastIndex = at;
    const piece = PIECE.exec(raw)?.[0] ?? raw[at]!;
    if (piece.length > 1 && HANGUL_SYLLABLES.test(piece)) {
      for (let i = 0; i < piece.length; i++) writer.add(piece[i]!, at + i, at + i + 1);
    } else {
      writer.add(fold(piece), at, at + piece.length);
    }
    at += piece.length;
  }
  return writer.finish();
}

/** The text of `normaliseText` alone, without the way back. */
export function normalText(raw: string): string {
  return PLAIN.test(raw) ? raw.toLowerCase() : normaliseText(raw).text;
}

/** Printable ASCII and Han: pieces by themselves while no mark or unseen character follows. */
function isSimple(code: number): boolean {
  return (code >= 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff);
}

/** The maps of texts that are themselves, by length: nobody writes into a map. */
const OWN_OFFSETS: OffsetMap[] = [];
const MOST_OWN = 128;

function ownOffsets(length: number): OffsetMap {
  const known = OWN_OFFSETS[length];
  if (known !== undefined) return known;
  const map = { from: new Int32Array(length), to: new Int32Array(length) };
  for (let i = 0; i < length; i++) {
    map.from[i] = i;
    map.to[i] = i + 1;
  }
  if (length <= MOST_OWN) OWN_OFFSETS[length] = map;
  return map;
}

type WaitingMark = { character: string; start: number; end: number };

/** Writes folded characters, and decides on marks once it is known what follows them. */
class Writer {
  private text = '';
  private from: number[] = [];
  private to: number[] = [];
  private last = MARK;
  private waiting: WaitingMark[] = [];

  add(folded: string, start: number, end: number): void {
    for (const character of folded) {
      const kind = characterClass(character);
      if (kind === MARK) {
        this.waiting.push({ character: /\s/u.test(character) ? ' ' : character, start, end });
        continue;
      }
      if (this.waiting.length > 0) this.settle(kind);
      this.push(character, start, end);
      this.last = kind;
    }
  }

  finish(): NormalText {
    this.settle(MARK);
    return {
      text: this.text,
      map: { from: new Int32Array(this.from), to: new Int32Array(this.to) },
    };
  }

  /** Both halves of a pair point at the whole of it. */
  private push(character: string, start: number, end: number): void {
    this.text += character;
    for (let unit = 0; unit < character.length; unit++) {
      this.from.push(start);
      this.to.push(end);
    }
  }

  private settle(next: number): void {
    const marks = this.waiting;
    this.waiting = [];
    if (this.last !== WORD) return;
    if (next === WORD) {
      const visible = marks.filter((mark) => mark.character !== ' ');
      const kept = visible.length > 0 ? visible : marks.slice(0, 1);
      for (const mark of kept) this.push(mark.character, mark.start, mark.end);
      return;
    }
    for (const mark of marks) {
      if (!STICKY.includes(mark.character)) return;
      this.push(mark.character, mark.start, mark.end);
    }
  }
}

/** The raw offsets of a stretch of the normalised text (`to` exclusive, the stretch not empty). */
export function rawSpan(map: OffsetMap, from: number, to: number): { from: number; to: number } {
  return { from: map.from[from]!, to: map.to[to - 1]! };
}
