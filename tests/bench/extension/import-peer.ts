/*
 * The peer of an import, in the same page: what any product on this stack has to do at least. The
 * table is parsed with nothing checked (CSV: split at line ends and commas; XLSX: the browser's own
 * inflate and one pattern over the cells), which is quicker than a library; then every row is put
 * as one record, all in one transaction, without waiting for the disk.
 */

/** How long parsing and writing took, ms, and the rows that were read. */
export type Peer = { parse: number; write: number; rows: string[][] };

/** Runs in the extension's page, so it may use nothing from outside its own body. */
export async function rawImport(form: 'csv' | 'xlsx'): Promise<Peer> {
  const { files } = globalThis as unknown as { files: Record<string, File> };
  const start = performance.now();
  const bytes = new Uint8Array(await files[form]!.arrayBuffer());
  const rows =
    form === 'csv' ? csvRows(new TextDecoder().decode(bytes)) : await workbookRows(bytes);
  const parsed = performance.now();
  await write(rows.slice(1));
  const written = performance.now();
  return { parse: parsed - start, write: written - parsed, rows };

  function csvRows(text: string): string[][] {
    return text.split('\r\n').map((line) => line.split(','));
  }

  async function workbookRows(file: Uint8Array<ArrayBuffer>): Promise<string[][]> {
    const view = new DataView(file.buffer);
    const parts = new Map<string, string>();
    let at = file.length - 22;
    while (view.getUint32(at, true) !== 0x06054b50) at -= 1;
    const count = view.getUint16(at + 10, true);
    let entry = view.getUint32(at + 16, true);
    for (let n = 0; n < count; n += 1) {
      const packed = view.getUint32(entry + 20, true);
      const nameLength = view.getUint16(entry + 28, true);
      const more = view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
      const local = view.getUint32(entry + 42, true);
      const name = new TextDecoder().decode(file.subarray(entry + 46, entry + 46 + nameLength));
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (/sheet1|sharedStrings/.test(name)) {
        const data = new Blob([file.subarray(from, from + packed)]).stream();
        const isPacked = view.getUint16(entry + 10, true) === 8;
        const plain = isPacked ? data.pipeThrough(new DecompressionStream('deflate-raw')) : data;
        parts.set(name, await new Response(plain).text());
      }
      entry += 46 + nameLength + more;
    }
    const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)</g)].map(
      (found) => found[1]!,
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const lines: string[][] = [];
    for (const [, attributes = '', value = ''] of sheet.matchAll(/<c ([^>]*)><v>([^<]*)<\/v>/g)) {
      if (/r="A\d/.test(attributes)) lines.push([]);
      lines.at(-1)!.push(attributes.includes('t="s"') ? texts[Number(value)]! : value);
    }
    return lines;
  }

  function write(all: string[][]): Promise<void> {
    return new Promise((resolve, reject) => {
      indexedDB.deleteDatabase('peer').onsuccess = () => {
        const opening = indexedDB.open('peer', 1);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore('rows', { keyPath: 'word' });
        opening.addEventListener('error', () => reject(opening.error));
        opening.onsuccess = () => {
          const work = opening.result.transaction('rows', 'readwrite');
          const store = work.objectStore('rows');
          for (const [word, ...figures] of all) store.put({ word, figures });
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          work.addEventListener('error', () => reject(work.error));
        };
      };
    });
  }
}
