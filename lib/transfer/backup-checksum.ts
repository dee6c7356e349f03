import { sha256Hex } from '../listing/canonical-json';

/** How many characters are digested at once. Part of the format: never change it. */
const BLOCK_CHARS = 1_000_000;

/**
 * The checksum of a backup: SHA-256 over its version, its time, and the SHA-256 of each block of a
 * million characters after the first line. (The browser digests whole buffers only; blocks keep a
 * file of 250 MB from being in memory at once.)
 */
export class BackupChecksum {
  #rest = '';
  readonly #digests: string[] = [];

  /** Adds text that follows what was added before, however it is cut. */
  async add(text: string): Promise<void> {
    this.#rest += text;
    while (this.#rest.length >= BLOCK_CHARS) {
      // A surrogate pair is not cut in two: halves would all be digested as U+FFFD.
      const last = this.#rest.charCodeAt(BLOCK_CHARS - 1);
      const cut = last >= 0xd800 && last < 0xdc00 ? BLOCK_CHARS - 1 : BLOCK_CHARS;
      const block = this.#rest.slice(0, cut);
      this.#rest = this.#rest.slice(cut);
      this.#digests.push(await sha256Hex(block));
    }
  }

  /** The checksum of all that was added, in 64 hex digits. */
  async finish(schemaVersion: number, createdAtMs: number): Promise<string> {
    const last = await sha256Hex(this.#rest);
    return sha256Hex([schemaVersion, createdAtMs, ...this.#digests, last].join('\n'));
  }
}
