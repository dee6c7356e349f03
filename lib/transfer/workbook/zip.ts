import { crc32 } from '../tables/crc32';

/** A file to be packed: its name in ASCII, and its bytes. */
export type ZipFile = { name: string; bytes: Uint8Array };

/** 1 January 1980: a packed table tells nobody when it was made, and is the same for the same rows. */
const DAY_ONE = 0x0021;
const DEFLATED = 8;

/** Packs files into a ZIP file, in their order, each deflated. No ZIP64: at most 4 GB. */
export async function zip(files: readonly ZipFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const packed = await deflated(bytes);
    const nameBytes = new TextEncoder().encode(name);
    const facts = entryFacts(crc32(bytes), packed.length, bytes.length, nameBytes.length);
    const local = joined([u32(0x04034b50), u16(20), facts, nameBytes]);
    const rest = joined([u16(0), u16(0), u16(0), u32(0), u32(at)]);
    parts.push(local, packed);
    directory.push(joined([u32(0x02014b50), u16(20), u16(20), facts, rest, nameBytes]));
    at += local.length + packed.length;
  }
  const list = joined(directory);
  const counts = [u16(0), u16(0), u16(files.length), u16(files.length)];
  const end = joined([u32(0x06054b50), ...counts, u32(list.length), u32(at), u16(0)]);
  return joined([...parts, list, end]);
}

/** What local header and directory say alike, from the flags to the length of the extra field. */
function entryFacts(crc: number, packed: number, size: number, nameLength: number): Uint8Array {
  return joined([
    u16(0),
    u16(DEFLATED),
    u16(0),
    u16(DAY_ONE),
    u32(crc),
    u32(packed),
    u32(size),
    u16(nameLength),
    u16(0),
  ]);
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const whole = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const packed = whole.pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function u32(value: number): Uint8Array {
  return joined([u16(value & 0xffff), u16(value >>> 16)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
