import { packCompiled, unpackCompiled } from '../analysis/compiled-file';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import type { SealedFiles } from '../db/sealed-files';

const PREFIX = 'compiled-';
/** Smaller banks compile in the time that a file takes to be read. */
const LEAST_KEYWORDS = 2000;
/** A bank is filed when it has been left alone so long: no answer, and no edit, waits for it. */
const QUIET_MS = 3000;

/** Where compiled benchmarks outlive the worker. */
export type CompiledFiles = {
  /** The one of that benchmark and key; null where there is none that fits, or it is damaged. */
  load(benchmarkId: string, key: string, keywords: number): Promise<CompiledKeywords | null>;
  /** Files it after a while, in place of the benchmark's earlier one. */
  keep(benchmarkId: string, key: string, compiled: CompiledKeywords): void;
  /** Takes the files of all other benchmarks away. */
  retain(benchmarkIds: readonly string[]): Promise<void>;
};

/**
 * Compiled benchmarks as sealed files, one for each large bank. They can be made again at any time:
 * whatever goes wrong with a file, it is as if there were none. `later` is the clock's timer, ms.
 */
export function compiledFiles(
  files: Omit<SealedFiles, 'setAside' | 'writtenAtMs'>,
  later: (task: () => void, ms: number) => void,
): CompiledFiles {
  const waiting = new Map<string, CompiledKeywords>();

  async function file(benchmarkId: string, key: string): Promise<void> {
    const compiled = waiting.get(benchmarkId)!;
    waiting.delete(benchmarkId);
    await files.put(nameOf(benchmarkId), packCompiled(compiled, key)).catch(() => null);
  }

  return {
    async load(benchmarkId, key, keywords) {
      if (keywords < LEAST_KEYWORDS) return null;
      const read = await files.get(nameOf(benchmarkId)).catch(() => null);
      return read?.ok && read.value !== null ? unpackCompiled(read.value, key) : null;
    },
    keep(benchmarkId, key, compiled) {
      if (compiled.words.length < LEAST_KEYWORDS) return;
      waiting.set(benchmarkId, compiled);
      later(() => {
        // A newer one of the same benchmark has a timer of its own.
        if (waiting.get(benchmarkId) === compiled) void file(benchmarkId, key);
      }, QUIET_MS);
    },
    async retain(benchmarkIds) {
      const kept = new Set(benchmarkIds.map(nameOf));
      const names = await files.names().catch(() => null);
      for (const name of names?.ok ? names.value : [])
        if (name.startsWith(PREFIX) && !kept.has(name)) await files.remove(name).catch(() => null);
    },
  };
}

/** Ids that differ in case only share a name, and each takes the other's file for a strange one. */
function nameOf(benchmarkId: string): string {
  return `${PREFIX}${benchmarkId.toLowerCase()}`;
}
