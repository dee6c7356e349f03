import type { Outcome } from './outcome';

/** One sealed file: its name, the SHA-256 of its bytes in hex, and how many bytes it holds. */
export type SealedFile = { name: string; checksum: string; bytes: number };

/**
 * Files outside the database (a folder of the origin's private file system), each written whole
 * under its checksum. What can't be seen again is kept here a second time, and what takes long to
 * work out is kept between two lives of the worker.
 */
export type SealedFiles = {
  /**
   * Writes a file in place of the one of that name. It is there whole or not at all: a kill on the
   * way leaves the file before it. Names: `[a-z0-9.-]`, at most 100 characters. Fails with `full`.
   */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<SealedFile>>;

  /** The bytes of a file; null where there is none; `broken` where its checksum does not fit. */
  get(name: string): Promise<Outcome<Uint8Array<ArrayBuffer> | null>>;

  /** The names of the sealed files, sorted; their contents are not read. */
  names(): Promise<Outcome<string[]>>;

  /** When a file was last written (ms), null where there is none; it is not opened. */
  writtenAtMs(name: string): Promise<Outcome<number | null>>;

  /** Takes a file away; true where there was one. For what the operator deletes and for caches. */
  remove(name: string): Promise<Outcome<boolean>>;

  /**
   * Puts a damaged file out of the way, as it lies, so that a sound one can take its name. Its bytes
   * are kept; true where there was one.
   */
  setAside(name: string): Promise<Outcome<boolean>>;
};

/** What a page may ask of sealed files: it reads them, and makes, sweeps and moves nothing. */
export type ReadableFiles = Pick<SealedFiles, 'get' | 'names'>;

/**
 * The folders of sealed files. `history`: what was seen, by month. `kept`: other things that must
 * not be lost. `cache`: what can be worked out again.
 */
export type SealedFolder = 'history' | 'kept' | 'cache';

/** Whether a file may have that name. */
export function isSealedName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,99}$/.test(name);
}
