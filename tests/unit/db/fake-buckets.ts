import { IDBFactory } from 'fake-indexeddb';
import type { Bucket, Buckets } from '../../../lib/db/buckets';

/** Storage buckets in memory, each with databases of its own; folders only where a test gives them. */
export class FakeBuckets implements Buckets {
  readonly all = new Map<string, Bucket>();
  /** The folder of a bucket that is opened. */
  folder: () => Promise<FileSystemDirectoryHandle> = () => Promise.reject(new Error('no folder'));

  keys(): Promise<string[]> {
    return Promise.resolve(this.names());
  }

  open(name: string): Promise<Bucket> {
    const there = this.all.get(name) ?? this.#made();
    this.all.set(name, there);
    return Promise.resolve(there);
  }

  delete(name: string): Promise<void> {
    this.all.delete(name);
    return Promise.resolve();
  }

  names(): string[] {
    return [...this.all.keys()];
  }

  /** Loses what is in a bucket, as Chromium does with a damaged database. */
  empty(name: string): void {
    this.all.set(name, this.#made());
  }

  #made(): Bucket {
    return { indexedDB: new IDBFactory(), getDirectory: this.folder };
  }
}
