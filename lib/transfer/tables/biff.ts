import { damaged } from './table-fault';

const WHERE = 'Workbook';
const CONTINUE = 0x3c;

/** One record of a BIFF8 stream: its type, and its data in the pieces that it was cut into. */
export type BiffRecord = { type: number; data: DataView; pieces: DataView[] };

/** Reads the records from a place in the stream; pieces that continue one are given with it. */
export function* biffRecords(bytes: Uint8Array, from: number): Generator<BiffRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  const next = (): DataView => {
    const length = at + 4 <= bytes.length ? view.getUint16(at + 2, true) : bytes.length;
    if (at + 4 + length > bytes.length) damaged(WHERE);
    const piece = new DataView(bytes.buffer, bytes.byteOffset + at + 4, length);
    at += 4 + length;
    return piece;
  };
  while (at < bytes.length) {
    const type = at + 2 <= bytes.length ? view.getUint16(at, true) : damaged(WHERE);
    const data = next();
    const pieces = [data];
    while (at + 2 <= bytes.length && view.getUint16(at, true) === CONTINUE) pieces.push(next());
    yield { type, data, pieces };
  }
}

/** Reads on over the pieces of a record. */
export class PieceReader {
  #piece = 0;
  #at: number;

  constructor(
    readonly pieces: DataView[],
    from = 0,
  ) {
    this.#at = from;
  }

  #current(): DataView {
    for (;;) {
      const piece = this.pieces[this.#piece] ?? damaged(WHERE);
      if (this.#at < piece.byteLength) return piece;
      this.#piece += 1;
      this.#at = 0;
    }
  }

  byte(): number {
    const value = this.#current().getUint8(this.#at);
    this.#at += 1;
    return value;
  }

  /** A whole number of so many bytes, lowest first. */
  number(bytes: number): number {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) value += this.byte() * 256 ** index;
    return value;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      const step = Math.min(left, this.#current().byteLength - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** So many characters; a text that goes on in another piece says anew how wide they are. */
  text(length: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = length; left > 0; left -= 1) {
      if (this.#at >= (this.pieces[this.#piece] ?? damaged(WHERE)).byteLength) {
        wide = (this.byte() & 1) === 1;
      }
      text += String.fromCharCode(wide ? this.number(2) : this.byte());
    }
    return text;
  }

  /** A text with its flags before it; formats and pronunciation behind it are passed over. */
  richText(length: number): string {
    const flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.number(2);
    const extra = (flags & 4) === 0 ? 0 : this.number(4);
    const text = this.text(length, (flags & 1) === 1);
    this.skip(4 * runs + extra);
    return text;
  }
}

/** A number in the short form of a spreadsheet. */
export function rkNumber(view: DataView, at: number): number {
  const raw = view.getUint32(at, true);
  const double = new DataView(new ArrayBuffer(8));
  double.setUint32(4, raw & 0xfffffffc, true);
  const value = (raw & 2) === 2 ? (raw | 0) >> 2 : double.getFloat64(0, true);
  return (raw & 1) === 1 ? value / 100 : value;
}
