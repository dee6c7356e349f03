import type { KeywordClass } from '../benchmark/keyword';
import type { CompiledKeywords, ListOfLists } from './compiled-keywords';
import type { WeightMetric } from './coverage-result';
import { packedTexts, packTexts } from './packed-texts';
import type { WeightSum } from './weighted-share';

/** The first four bytes of such a file. Another layout needs another mark. */
const MARK = 0x33_6b_63_79;
/** Every array begins at a multiple of this, so that it can be looked at where it lies. */
const STEP = 8;

const CLASSES: readonly KeywordClass[] = ['core', 'modifier', 'brand', 'longtail'];

type Numbers = Int32Array | Uint8Array | Uint16Array | Float64Array;
type Kind = { new (buffer: ArrayBuffer, at: number, length: number): Numbers };

/** What is no array of numbers, and how long those are. */
type Head = {
  key: string;
  lengths: number[];
  width: number;
  weightMetric: WeightMetric | null;
  weightTotal: WeightSum;
  weightedWords: number;
};

/**
 * A compiled benchmark as one block of bytes, so that it outlives the worker that compiled it: the
 * mark, the length of a JSON head, the head, and then the typed arrays as they are. `key` says what
 * it was compiled from and by; only who asks with the same key gets it back.
 */
export function packCompiled(compiled: CompiledKeywords, key: string): Uint8Array<ArrayBuffer> {
  const arrays = arraysOf(compiled);
  const head: Head = {
    key,
    lengths: arrays.map((array) => array.length),
    width: compiled.roots.width,
    weightMetric: compiled.weightMetric,
    weightTotal: compiled.weightTotal,
    weightedWords: compiled.weightedWords,
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  let size = afterHead(headBytes.length);
  for (const { byteLength } of arrays) size += padded(byteLength);

  const file = new Uint8Array(size);
  new Uint32Array(file.buffer, 0, 2).set([MARK, headBytes.length]);
  file.set(headBytes, STEP);
  let at = afterHead(headBytes.length);
  for (const { buffer, byteOffset, byteLength } of arrays) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  return file;
}

/**
 * The compiled benchmark of such a block, looking at its bytes and copying nothing. Null where the block is of another key or layout, or cut off. Whether its bytes are those that were
 * written is the file's own affair: a sealed file has a checksum.
 */
export function unpackCompiled(
  file: Uint8Array<ArrayBuffer>,
  key: string,
): CompiledKeywords | null {
  // Typed arrays stand on whole steps of their buffer only.
  const { buffer, byteOffset, byteLength } = file.byteOffset % STEP === 0 ? file : file.slice();
  const head = headOf(buffer, byteOffset, byteLength);
  if (head === null || head.key !== key) return null;
  let at = byteOffset + afterHead(head.bytes);
  let next = 0;
  const take = <N extends Numbers>(Of: Kind & { prototype: N; BYTES_PER_ELEMENT: number }): N => {
    const length = head.lengths[next++] ?? 0;
    const array = new Of(buffer, at, length) as N;
    at += padded(length * Of.BYTES_PER_ELEMENT);
    return array;
  };
  const int = () => take(Int32Array);
  const lists = (): ListOfLists => ({ starts: int(), items: int() });
  try {
    const trie = { root: int(), table: int(), ends: int() };
    const [formKeyword, formPattern, formSize, ownForm] = [int(), int(), int(), int()];
    const formRoots = lists();
    const rootSpans = int();
    const [wholeOf, words, rarest, others] = [lists(), lists(), lists(), lists()];
    const [seconds, bitsOf, bits, mustHaves] = [int(), int(), int(), int()];
    const [weightMin, weightMax] = [take(Float64Array), take(Float64Array)];
    const [patternBorders, mustHave, classes] = [
      take(Uint8Array),
      take(Uint8Array),
      take(Uint8Array),
    ];
    const patterns = packedTexts({ starts: int(), units: take(Uint16Array) });
    const forms = { starts: int(), units: take(Uint16Array) };
    if (at !== byteOffset + byteLength) return null;
    const { width, weightMetric, weightTotal, weightedWords } = head;
    const formText = packedTexts(forms, patterns, formPattern);
    return {
      trie,
      patterns,
      patternBorders,
      words: { length: ownForm.length, at: (keyword) => formText.at(ownForm[keyword] ?? -1) },
      classes: { length: classes.length, at: (keyword) => CLASSES[classes[keyword]! - 1] ?? null },
      mustHave,
      mustHaves,
      weightMetric,
      weightMin,
      weightMax,
      weightTotal,
      weightedWords,
      ownForm,
      formKeyword,
      formText,
      formSize,
      formPattern,
      formRoots,
      rootSpans,
      wholeOf,
      roots: { words, width, bitsOf, bits, rarest, seconds, others },
    };
  } catch {
    // A length that reaches beyond the block.
    return null;
  }
}

/** The arrays in the order in which `unpackCompiled` takes them. */
function arraysOf(compiled: CompiledKeywords): Numbers[] {
  const { trie, roots, patterns, formText, formPattern } = compiled;
  const listed = ({ starts, items }: ListOfLists) => [starts, items];
  const texts = packTexts(patterns, []);
  const forms = packTexts(formText, patterns, formPattern);
  return [
    trie.root,
    trie.table,
    trie.ends,
    compiled.formKeyword,
    formPattern,
    compiled.formSize,
    compiled.ownForm,
    ...listed(compiled.formRoots),
    compiled.rootSpans,
    ...[compiled.wholeOf, roots.words, roots.rarest, roots.others].flatMap(listed),
    roots.seconds,
    roots.bitsOf,
    roots.bits,
    compiled.mustHaves,
    compiled.weightMin,
    compiled.weightMax,
    compiled.patternBorders,
    compiled.mustHave,
    Uint8Array.from({ length: compiled.classes.length }, (_, keyword) =>
      numberOf(compiled.classes.at(keyword)),
    ),
    texts.starts,
    texts.units,
    forms.starts,
    forms.units,
  ];
}

/** A class as a byte, 0 for none. */
function numberOf(name: KeywordClass | null | undefined): number {
  return name === null || name === undefined ? 0 : CLASSES.indexOf(name) + 1;
}

function headOf(
  buffer: ArrayBuffer,
  from: number,
  size: number,
): (Head & { bytes: number }) | null {
  if (size < STEP) return null;
  const [mark, bytes] = new Uint32Array(buffer, from, 2) as unknown as [number, number];
  if (mark !== MARK || afterHead(bytes) > size) return null;
  try {
    const text = new TextDecoder().decode(new Uint8Array(buffer, from + STEP, bytes));
    return { ...(JSON.parse(text) as Head), bytes };
  } catch {
    return null;
  }
}

function padded(bytes: number): number {
  return Math.ceil(bytes / STEP) * STEP;
}

function afterHead(headBytes: number): number {
  return STEP + padded(headBytes);
}
