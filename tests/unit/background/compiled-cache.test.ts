import { beforeEach, describe, expect, it } from 'vitest';
import type { CompiledKeywords } from '../../../lib/analysis/compiled-keywords';
import { intlSegmenter } from '../../../lib/analysis/root-splitter';
import { CompiledCache } from '../../../lib/background/compiled-cache';
import { compiledFiles } from '../../../lib/background/compiled-files';
import type { Keyword } from '../../../lib/benchmark/keyword';
import { done, failed } from '../../../lib/db/outcome';
import type { Reader } from '../../../lib/db/reader';
import type { SealedFiles } from '../../../lib/db/sealed-files';
import { syntheticBank } from '../../bench/matching-bank';
import { keyword } from '../analysis/keyword';
import { listed, spelledOut } from '../analysis/spelled-out';

const BANK = syntheticBank(2500);

/** Sealed files in memory; a name in `damaged` answers as a file whose checksum does not fit. */
class FakeFiles implements Omit<SealedFiles, 'setAside' | 'writtenAtMs'> {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  damaged = false;
  reads = 0;
  async put(name: string, bytes: Uint8Array<ArrayBuffer>) {
    this.kept.set(name, bytes);
    return done({ name, checksum: '', bytes: bytes.length });
  }
  async get(name: string) {
    this.reads += 1;
    return this.damaged ? failed<null>('broken') : done(this.kept.get(name) ?? null);
  }
  async names() {
    return done([...this.kept.keys()].toSorted());
  }
  async remove(name: string) {
    return done(this.kept.delete(name));
  }
}

let words: Keyword[];
let revision: number;
let reads: number;
let files: FakeFiles;
let timers: (() => void)[];

const head = () => ({
  revision,
  createdAtMs: 0,
  updatedAtMs: 0,
  value: { benchmarkId: 'B1', count: words.length, chunks: [JSON.stringify(words.slice(0, 3))] },
});
const reader = {
  keywordSet: async () => head(),
  keywords: async () => {
    reads += 1;
    return { ...head(), value: words, damaged: false };
  },
} as unknown as Reader;

/** A worker's cache: what it kept in memory dies with it, the files do not. */
function worker(compiler = 'code 1'): CompiledCache {
  return new CompiledCache({
    segmenter: async () => intlSegmenter(),
    files: compiledFiles(files, (task) => timers.push(task)),
    compiler,
  });
}

async function settle(): Promise<void> {
  for (const task of timers.splice(0)) task();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

async function wordsOf(cache: CompiledCache): Promise<CompiledKeywords> {
  const compiled = await cache.of(reader, 'B1');
  if (compiled === null) throw new Error('nothing compiled');
  return compiled;
}

beforeEach(() => {
  words = BANK;
  revision = 1;
  reads = 0;
  files = new FakeFiles();
  timers = [];
});

describe('compiled benchmarks', () => {
  it('are compiled once, whoever asks meanwhile', async () => {
    const cache = worker();
    const [one, other] = await Promise.all([wordsOf(cache), wordsOf(cache)]);
    expect(other).toBe(one);
    expect(await wordsOf(cache)).toBe(one);
    expect(reads).toBe(1);
  });

  it('outlive the worker, equal to compiling', async () => {
    const compiled = await wordsOf(worker());
    await settle();
    expect([...files.kept.keys()]).toEqual(['compiled-b1']);
    expect(spelledOut(await wordsOf(worker()))).toStrictEqual(spelledOut(compiled));
    expect(reads).toBe(1);
  });

  it('are made again where the words changed, even under the same revision', async () => {
    await wordsOf(worker());
    await settle();
    words = [keyword('恢复来的词'), ...BANK];
    const compiled = await wordsOf(worker());
    expect(listed(compiled.words)).toContain('恢复来的词');
    expect(reads).toBe(2);
  });

  it('are made again by other code, another lexicon or another engine', async () => {
    await wordsOf(worker());
    await settle();
    await wordsOf(worker('code 2'));
    expect(reads).toBe(2);
    // And the file is the newer code's now.
    await settle();
    await wordsOf(worker('code 2'));
    expect(reads).toBe(2);
  });

  it('are made again where the file is damaged, cut off or another', async () => {
    const compiled = await wordsOf(worker());
    await settle();
    files.damaged = true;
    expect(spelledOut(await wordsOf(worker()))).toStrictEqual(spelledOut(compiled));
    files.damaged = false;
    files.kept.set('compiled-b1', files.kept.get('compiled-b1')!.slice(0, 100_000));
    expect(spelledOut(await wordsOf(worker()))).toStrictEqual(spelledOut(compiled));
    files.kept.set('compiled-b1', new Uint8Array(3));
    expect(spelledOut(await wordsOf(worker()))).toStrictEqual(spelledOut(compiled));
    expect(reads).toBe(4);
  });

  it('are filed only when they are left alone: of edits in a row, the last', async () => {
    const cache = worker();
    await wordsOf(cache);
    words = [keyword('第二版'), ...BANK];
    revision = 2;
    await wordsOf(cache);
    await settle();
    expect(listed((await wordsOf(worker())).words)).toContain('第二版');
    expect(reads).toBe(2);
  });

  it('of words that changed while they were read are not kept', async () => {
    const cache = worker();
    const racing = {
      ...reader,
      keywords: async () => {
        words = [keyword('中途保存'), ...BANK];
        revision = 2;
        return reader.keywords('B1');
      },
    } as Reader;
    expect(listed((await cache.of(racing, 'B1'))!.words)).toContain('中途保存');
    await settle();
    expect(files.kept.size).toBe(0);
    expect(listed((await wordsOf(cache)).words)).toContain('中途保存');
  });

  it('of few words are not filed at all', async () => {
    words = BANK.slice(0, 100);
    await wordsOf(worker());
    await settle();
    await wordsOf(worker());
    expect([files.kept.size, files.reads]).toEqual([0, 0]);
  });

  it('go with the benchmark that they are of', async () => {
    const cache = worker();
    await wordsOf(cache);
    await settle();
    files.kept.set('something-else', new Uint8Array(1));
    await cache.retain(['other']);
    expect([...files.kept.keys()]).toEqual(['something-else']);
    await wordsOf(cache);
    expect(reads).toBe(2);
  });

  it('are not remembered as unreadable: a healed chunk is read again', async () => {
    const cache = worker();
    const damaged = {
      ...reader,
      keywords: async () => ({ ...head(), value: words, damaged: true }),
    } as Reader;
    expect(await cache.of(damaged, 'B1')).toBeNull();
    expect(await wordsOf(cache)).not.toBeNull();
  });
});
