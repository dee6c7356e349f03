import { damaged } from './table-fault';

const WHERE = 'ole';
const LAST_SECTOR = 0xfffffffa;
const HEADER = 512;
const DIRECTORY_ENTRY = 128;
const MINI_CUTOFF = 4096;
const MINI_SECTOR = 64;

/** The streams of an OLE file by name; each is put together when it is asked for. */
export type OleFile = { has(name: string): boolean; read(name: string): Uint8Array };

type Entry = { name: string; type: number; start: number; size: number };

/**
 * Opens an OLE file (compound file binary), the container of XLS. A chain that leaves the file,
 * comes back on itself or is shorter than its stream means that the file is damaged.
 */
export function openOle(bytes: Uint8Array): OleFile {
  if (bytes.length < HEADER) damaged(WHERE);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const isSound = view.getUint16(28, true) === 0xfffe && (shift === 9 || shift === 12);
  if (!isSound || view.getUint16(32, true) !== 6) damaged(WHERE);
  const size = 2 ** shift;
  const count = Math.ceil((bytes.length - size) / size);

  const sector = (index: number): Uint8Array => {
    const at = (index + 1) * size;
    // The last sector of some files is cut off behind its data.
    return index >= 0 && index < count ? bytes.subarray(at, at + size) : damaged(WHERE);
  };
  const fat = numbersOf(fatSectors(view, sector, count).map(sector));
  const chain = (start: number, next: Uint32Array, most: number): number[] => {
    const found: number[] = [];
    for (let at = start; at < LAST_SECTOR; at = next[at] ?? damaged(WHERE)) {
      if (found.push(at) > most) damaged(WHERE);
    }
    return found;
  };
  const whole = (start: number) => joined(chain(start, fat, count).map(sector));

  const entries = directoryOf(whole(view.getUint32(48, true)));
  const root = entries[0] ?? damaged(WHERE);
  const miniFat = numbersOf([whole(view.getUint32(60, true))]);
  const mini = root.start < LAST_SECTOR ? whole(root.start) : new Uint8Array();
  const miniSector = (index: number) =>
    (index + 1) * MINI_SECTOR <= mini.length
      ? mini.subarray(index * MINI_SECTOR, (index + 1) * MINI_SECTOR)
      : damaged(WHERE);

  const entryOf = (name: string) => entries.find((one) => one.type === 2 && one.name === name);
  return {
    has: (name) => entryOf(name) !== undefined,
    read(name) {
      const entry = entryOf(name) ?? damaged(name);
      const data =
        entry.size < MINI_CUTOFF
          ? joined(chain(entry.start, miniFat, miniFat.length).map(miniSector))
          : whole(entry.start);
      return data.length >= entry.size ? data.subarray(0, entry.size) : damaged(name);
    },
  };
}

/** Where the file's table of sectors stands: 109 places in the header, more in a chain. */
function fatSectors(view: DataView, sector: (index: number) => Uint8Array, count: number) {
  const wanted = view.getUint32(44, true);
  if (wanted > count) damaged(WHERE);
  const found: number[] = [];
  for (let index = 0; index < 109 && found.length < wanted; index += 1) {
    found.push(view.getUint32(76 + 4 * index, true));
  }
  let next = view.getUint32(68, true);
  for (let left = view.getUint32(72, true); left > 0 && found.length < wanted; left -= 1) {
    const places = numbersOf([sector(next)]);
    for (const place of places.subarray(0, -1)) if (found.length < wanted) found.push(place);
    next = places.at(-1) ?? damaged(WHERE);
  }
  return found.length === wanted ? found : damaged(WHERE);
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    const length = view.getUint16(at + 64, true);
    if (length > 64) damaged(WHERE);
    const name = new TextDecoder('utf-16le').decode(
      bytes.subarray(at, at + Math.max(0, length - 2)),
    );
    entries.push({
      name,
      type: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function numbersOf(parts: Uint8Array[]): Uint32Array {
  const bytes = joined(parts);
  const view = new DataView(bytes.buffer);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) =>
    view.getUint32(4 * index, true),
  );
}
