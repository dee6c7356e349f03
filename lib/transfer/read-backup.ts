import { BackupChecksum } from './backup-checksum';
import { MAX_FILE_BYTES, type BackupFault, type BackupHeader } from './backup-format';
import { BackupParser, MAX_HEADER_CHARS, type TableRow } from './backup-parser';

/** A file's text in pieces; called anew for each pass. */
export type OpenText = () => AsyncIterable<string>;

/** A file that was found sound, or what is wrong with it. */
export type CheckedBackup = { ok: true; header: BackupHeader } | { ok: false; fault: BackupFault };

/**
 * Checks a whole file and changes nothing: size, product, version, completeness and checksum first
 * (a file that was damaged on its way is named as that), then every row. `onRows` gets the rows of
 * a file whose checksum is right, as they are checked; a fault may still follow.
 */
export async function checkBackup(
  open: OpenText,
  bytes: number,
  onRows: (rows: TableRow[]) => void | Promise<void> = () => {},
  maxBytes = MAX_FILE_BYTES,
): Promise<CheckedBackup> {
  if (bytes > maxBytes) return tooLarge(maxBytes);
  const whole = await checkWhole(open, maxBytes);
  if (!whole.ok) return whole;
  const parser = new BackupParser('checked');
  for await (const text of open()) {
    const rows = parser.push(text);
    if (parser.fault !== null) break;
    await onRows(rows);
  }
  if (parser.fault === null) parser.end();
  return parser.fault === null ? whole : { ok: false, fault: parser.fault };
}

function tooLarge(maxBytes: number): CheckedBackup {
  return { ok: false, fault: { code: 'too-large', maxMb: maxBytes / 1024 / 1024 } };
}

async function checkWhole(open: OpenText, maxBytes: number): Promise<CheckedBackup> {
  const checksum = new BackupChecksum();
  const head = new BackupParser('trusted');
  let first = '';
  let tail = '';
  let length = 0;
  for await (const text of readable(open)) {
    if (text === null) return { ok: false, fault: { code: 'not-a-backup' } };
    // Whatever was said of its size; a character is at least a byte.
    length += text.length;
    if (length > maxBytes) return tooLarge(maxBytes);
    let body = text;
    if (head.header === null) {
      first += text;
      const end = first.indexOf('\n');
      // Until the line is whole; one that is too long is refused by the parser.
      if (end < 0 && first.length <= MAX_HEADER_CHARS) continue;
      head.push(end < 0 ? first : first.slice(0, end + 1));
      if (head.fault !== null) return { ok: false, fault: head.fault };
      body = first.slice(end + 1);
    }
    tail = (tail + body).slice(-ENDING.length);
    await checksum.add(body);
  }
  if (head.header === null) {
    head.push(first);
    head.end();
    return { ok: false, fault: head.fault ?? { code: 'not-a-backup' } };
  }
  if (tail !== ENDING) return { ok: false, fault: { code: 'truncated' } };
  const { schemaVersion, createdAtMs } = head.header;
  const right = (await checksum.finish(schemaVersion, createdAtMs)) === head.header.checksum;
  return right
    ? { ok: true, header: head.header }
    : { ok: false, fault: { code: 'wrong-checksum' } };
}

const ENDING = '\n]}}\n';

/** Null where the bytes are no text: a picture, an archive. */
async function* readable(open: OpenText): AsyncIterable<string | null> {
  try {
    yield* open();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    yield null;
  }
}

/** The text of a file in pieces; bytes that are not UTF-8 make it throw a `TypeError`. */
export function textOf(file: Blob): OpenText {
  return async function* text() {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  };
}

/** A text in memory as a file. */
export function textIn(text: string): OpenText {
  return async function* pieces() {
    yield text;
  };
}
