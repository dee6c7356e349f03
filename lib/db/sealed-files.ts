import type { Outcome } from './outcome';

/** One sealed file: its name, what it was sealed with, and how many bytes it holds. */
export type SealedFile = { name: string; checksum: string; bytes: number };

/**
 * Files outside the database (the origin's private folder), each written whole under its checksum.
 * What can't be seen again is kept here a second time, and what takes long to work out is kept
 * between two lives of the worker.
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

  /** Takes a file away; true where there was one. For what the operator deletes and for caches. */
  remove(name: string): Promise<Outcome<boolean>>;
};
