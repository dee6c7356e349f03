import { done, failed, type Outcome } from '../../../lib/db/outcome';
import { HEAD_BYTES, sealBytes, unsealBytes } from '../../../lib/db/seal';
import { isSealedName, type SealedFile, type SealedFiles } from '../../../lib/db/sealed-files';

/** Sealed files in memory, sealed as the real ones are, with faults on demand. */
export class FakeFiles implements SealedFiles {
  /** Name → head and bytes, as they would lie on the disk. */
  files = new Map<string, Uint8Array<ArrayBuffer>>();
  aside = new Map<string, Uint8Array<ArrayBuffer>>();
  /** When files are written, and when each was. */
  nowMs = 1;
  readonly written = new Map<string, number>();
  puts = 0;
  gets = 0;
  /** Set, every change fails with it and has no effect. */
  failing: 'full' | 'internal' | null = null;
  /** Called after each change has taken effect; a promise that never settles is a kill there. */
  after: () => Promise<void> = () => Promise.resolve();

  async put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<SealedFile>> {
    if (!isSealedName(name)) throw new Error(`not a name of a sealed file: ${name}`);
    if (this.failing !== null) return failed(this.failing);
    const { head, checksum } = await sealBytes(name, bytes);
    const file = new Uint8Array(HEAD_BYTES + bytes.length);
    file.set(head);
    file.set(bytes, HEAD_BYTES);
    this.files.set(name, file);
    this.written.set(name, this.nowMs);
    this.puts += 1;
    await this.after();
    return done({ name, checksum, bytes: bytes.length });
  }

  async get(name: string): Promise<Outcome<Uint8Array<ArrayBuffer> | null>> {
    this.gets += 1;
    const file = this.files.get(name);
    if (file === undefined) return done(null);
    const bytes = await unsealBytes(name, file);
    return bytes === null ? failed('broken', name) : done(bytes);
  }

  async names(): Promise<Outcome<string[]>> {
    return done([...this.files.keys()].sort());
  }

  async writtenAtMs(name: string): Promise<Outcome<number | null>> {
    return done(this.files.has(name) ? (this.written.get(name) ?? this.nowMs) : null);
  }

  async remove(name: string): Promise<Outcome<boolean>> {
    if (this.failing !== null) return failed(this.failing);
    const had = this.files.delete(name);
    await this.after();
    return done(had);
  }

  async setAside(name: string): Promise<Outcome<boolean>> {
    if (this.failing !== null) return failed(this.failing);
    const file = this.files.get(name);
    if (file === undefined) return done(false);
    this.aside.set(name, file);
    this.files.delete(name);
    await this.after();
    return done(true);
  }

  /** Flips a byte of a file, counted from its start, its head included. */
  flip(name: string, at: number): void {
    const file = this.files.get(name);
    if (file === undefined || file.length === 0) return;
    const index = at % file.length;
    file[index] = (file[index] ?? 0) ^ 0x20;
  }
}
