import { TableError } from './table-fault';

/** A text with the encoding that it was read in. */
export type DecodedText = { text: string; encoding: string };

/**
 * Reads text of a file: by its byte order mark; else UTF-16 where every other byte is zero; else
 * UTF-8 where all of it is valid; else GB18030 (which holds GBK). Never replaces a byte: what is
 * valid in none of them, or holds zero bytes, is refused with `encoding`; so is UTF-8 with a few bytes
 * damaged, which GB18030 would read as other words.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  for (const label of encoding === null ? ['utf-8', 'gb18030'] : [encoding]) {
    const text = decoded(bytes, label);
    if (text !== null && !text.includes('\0')) return { text, encoding: label };
    if (label === 'utf-8' && isMostlyUtf8(bytes)) break;
  }
  throw new TableError({ code: 'encoding' });
}

function encodingOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Without a mark: tabs, line ends, digits and commas of a table have a zero half.
  const head = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd === 0) return null;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 100_000));
  const lost = text.split('\uFFFD').length - 1;
  const read = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return lost * 2 <= read;
}
