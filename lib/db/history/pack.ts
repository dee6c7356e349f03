import type { Level } from './file-name';

/*
 * A visit's few rows are written as they are; what stays is packed, to about a tenth.
 */

/** The bytes of a file's text. */
export async function pack(text: string, level: Level): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  return level === 's' ? bytes : through(bytes, new CompressionStream('gzip'));
}

/** The text of a file's bytes, null where they are no such text. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>, level: Level): Promise<string | null> {
  try {
    const plain = level === 's' ? bytes : await through(bytes, new DecompressionStream('gzip'));
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}
