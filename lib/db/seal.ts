/*
 * A sealed file is a head of 40 bytes and the bytes that were put into it. The head: eight bytes
 * that say what it is, then SHA-256 over the file's name and the SHA-256 of its bytes. So a file
 * proves itself: one that was cut short, changed, or that turns up under another name does not fit.
 */

const MAGIC = new TextEncoder().encode('sealed-1');
const DIGEST_BYTES = 32;

/** How many bytes the head takes. */
export const HEAD_BYTES = MAGIC.length + DIGEST_BYTES;

/** The head that seals bytes under a name, and the SHA-256 of the bytes in hex. */
export async function sealBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ head: Uint8Array<ArrayBuffer>; checksum: string }> {
  const checksum = hexOf(await sha256(bytes));
  const head = new Uint8Array(HEAD_BYTES);
  head.set(MAGIC);
  head.set(await proofOf(name, checksum), MAGIC.length);
  return { head, checksum };
}

/** The bytes that a file of that name was sealed with; null where they are not those. */
export async function unsealBytes(
  name: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.length < HEAD_BYTES) return null;
  const bytes = file.subarray(HEAD_BYTES);
  const { head } = await sealBytes(name, bytes);
  return head.every((byte, index) => byte === file[index]) ? bytes : null;
}

async function proofOf(name: string, checksum: string): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(new TextEncoder().encode(`${name}\n${checksum}`));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
