import { crc32 } from './crc32';
import { damaged, TABLE_LIMITS, TableError, tooMany } from './table-fault';

/** An opened ZIP file: its entries by name, unpacked one by one as they are asked for. */
export type Zip = {
  has(name: string): boolean;
  /** The bytes of an entry, whose size and CRC-32 have been found right. */
  read(name: string): Promise<Uint8Array>;
};

type Entry = {
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
  rawName: Uint8Array;
};

/**
 * Opens a ZIP file without unpacking anything. Central directory and local headers must agree, no
 * name may come twice, and nothing may reach beyond the file. ZIP64 and other methods than stored
 * and deflated are refused: no workbook of the sizes that are read needs them.
 */
export function openZip(bytes: Uint8Array, maxPartBytes = TABLE_LIMITS.partMb * 1024 * 1024): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  return {
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return damaged(name);
      if (entry.size > maxPartBytes) return tooLarge(maxPartBytes);
      const packed = packedBytes(bytes, view, entry, name);
      const data = entry.method === 0 ? packed : await inflate(packed, entry.size, name);
      if (data.length !== entry.size || crc32(data) !== entry.crc) return damaged(name);
      return data;
    },
  };
}

function tooLarge(maxBytes: number): never {
  throw new TableError({ code: 'too-large', maxMb: maxBytes / 1024 / 1024 });
}

function directory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    damaged('zip');
  if (count > TABLE_LIMITS.zipEntries) tooMany('parts', TABLE_LIMITS.zipEntries);
  if (start + size !== end) damaged('zip');
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) damaged('zip');
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) damaged('zip');
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new TableError({ code: 'encrypted' });
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = new TextDecoder().decode(rawName);
    if (entries.has(name)) damaged(name);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      rawName,
    });
    at = next;
  }
  if (at !== end) damaged('zip');
  return entries;
}

/** Where the end record stands: the last one whose comment ends with the file. */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return damaged('zip');
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry, name: string): Uint8Array {
  const { at, rawName } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return damaged(name);
  const flags = view.getUint16(at + 6, true);
  const nameAt = at + 30;
  const start = nameAt + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const local = bytes.subarray(nameAt, nameAt + view.getUint16(at + 26, true));
  const same = local.length === rawName.length && local.every((byte, i) => byte === rawName[i]);
  if (!same || view.getUint16(at + 8, true) !== entry.method) return damaged(name);
  // With bit 3 the sizes follow the data; what the directory says is checked either way.
  const sizesHere = (flags & 8) === 0;
  if (sizesHere && view.getUint32(at + 18, true) !== entry.packed) return damaged(name);
  if (start + entry.packed > bytes.length) return damaged(name);
  if (entry.method !== 0 && entry.method !== 8) return damaged(name);
  return bytes.subarray(start, start + entry.packed);
}

/** Unpacks at most `size` bytes: a bomb is stopped where it goes beyond what it said it is. */
async function inflate(packed: Uint8Array, size: number, name: string): Promise<Uint8Array> {
  const data = new Uint8Array(size);
  let length = 0;
  try {
    const whole = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
    const reader = whole.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > size) {
        await reader.cancel();
        return damaged(name);
      }
      data.set(value, length);
      length += value.length;
    }
  } catch (error) {
    // The stream throws a TypeError for bytes that are no deflated data.
    if (error instanceof TableError) throw error;
    return damaged(name);
  }
  return length === size ? data : damaged(name);
}
