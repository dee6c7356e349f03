/** What a file is by its first bytes; its name says nothing: an ".xls" may be XLSX, HTML or TSV. */
export type FileKind = 'zip' | 'ole' | 'old-xls' | 'html' | 'text' | 'other';

const OTHERS = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'RIFF',
  'BM',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'MZ',
  '\x7fELF',
  'SQLite format 3',
  '{\\rtf',
  'PAR1',
];
// BOF of Excel 2, 3, 4 and of a bare Excel 5 stream; real files of these are not OLE files.
const OLD_XLS = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08\x08\x00'];

/** The kind of a file whose bytes are given. */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  if (OLD_XLS.some((mark) => start.startsWith(mark))) return 'old-xls';
  // "BM" and "MZ" may begin a word, so those two need the zero bytes of a binary file as well.
  const isBinary = bytes.subarray(0, 64).includes(0);
  const other = OTHERS.find((mark) => start.startsWith(mark));
  if (other !== undefined && (other.length > 2 || isBinary)) return 'other';
  return isHtml(bytes) ? 'html' : 'text';
}

function isHtml(bytes: Uint8Array): boolean {
  // UTF-16 markup has a zero byte beside each ASCII one.
  const start = String.fromCharCode(...bytes.subarray(0, 4096)).replaceAll('\0', '');
  const markup = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
  return /^<(?:!doctype\s+html|html|head|meta|table|\?xml|!--)/i.test(markup);
}
