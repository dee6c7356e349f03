import { done, failed, type Outcome } from '../outcome';
import type { ReadableFiles, SealedFiles } from '../sealed-files';
import { addContent, type Content, contentOf, emptyContent, tallyOf, textOf } from './content';
import { type HistoryFile, historyFileOf, type Level, newHistoryFile } from './file-name';
import type { Month } from './month';
import { pack, unpack } from './pack';
import { NOTHING, sumOf, type Tally } from './tally';

/** Files of a month read together: what the sound ones hold, and which are damaged. */
export type ReadFiles = { content: Content; sound: HistoryFile[]; damaged: HistoryFile[] };

/** The folder of sealed history. Nothing else writes there, so its names are read once. */
export type HistoryFolder = ReturnType<typeof createHistoryFolder>;

/** Opens the folder; nothing is read until it is used. */
export function createHistoryFolder(files: SealedFiles) {
  let known: Map<string, HistoryFile> | null = null;
  let names = new Set<string>();
  let number = 0;

  /** The files that are there, by their names alone. */
  async function list(): Promise<Outcome<HistoryFile[]>> {
    if (known === null) {
      const listed = await files.names();
      if (!listed.ok) return listed;
      names = new Set(listed.value);
      const found = listed.value.map(historyFileOf).filter((file) => file !== null);
      known = new Map(found.map((file) => [file.name, file]));
      number = Math.max(0, ...found.map((file) => file.number));
    }
    return done([...known.values()]);
  }

  async function listOf(month: Month): Promise<Outcome<HistoryFile[]>> {
    const all = await list();
    return all.ok ? done(all.value.filter((file) => file.month === month)) : all;
  }

  /** Writes a content as one new file. */
  async function write(
    month: Month,
    level: Level,
    content: Content,
  ): Promise<Outcome<HistoryFile>> {
    const there = await list();
    if (!there.ok) return there;
    number += 1;
    const file = newHistoryFile(month, level, number, tallyOf(content));
    const put = await files.put(file.name, await pack(textOf(content), level));
    if (!put.ok) return put;
    known?.set(file.name, file);
    return done(file);
  }

  /** Takes files away whose content stands in another one. */
  async function remove(old: HistoryFile[]): Promise<Outcome<null>> {
    for (const { name } of old) {
      const removed = await files.remove(name);
      if (!removed.ok) return removed;
      known?.delete(name);
    }
    return done(null);
  }

  /** Puts damaged files out of the way, as they lie. */
  async function setAside(damaged: HistoryFile[]): Promise<Outcome<null>> {
    for (const { name } of damaged) {
      const moved = await files.setAside(name);
      if (!moved.ok) return failed(moved.why);
      known?.delete(name);
    }
    return done(null);
  }

  /** Reads the names anew with the next question: somebody else may have been there. */
  function forget(): void {
    known = null;
  }

  const read = (wanted: HistoryFile[]) => readFiles(files, wanted);

  /** Whether a file of that name was there when the names were read. */
  const had = (name: string) => names.has(name);

  return { list, listOf, had, read, write, remove, setAside, forget };
}

/** Reads files whole; a damaged one is told, a failure of the file system is a failure. */
export async function readFiles(
  files: ReadableFiles,
  wanted: HistoryFile[],
): Promise<Outcome<ReadFiles>> {
  const read: ReadFiles = { content: emptyContent(), sound: [], damaged: [] };
  for (const file of wanted) {
    const bytes = await files.get(file.name);
    if (!bytes.ok && bytes.why !== 'broken') return bytes;
    const text = bytes.ok && bytes.value !== null ? await unpack(bytes.value, file.level) : null;
    const content = text === null ? null : contentOf(text);
    if (content === null) read.damaged.push(file);
    else {
      addContent(read.content, content);
      read.sound.push(file);
    }
  }
  return done(read);
}

/** What files hold together, by their names. */
export function tallyOfFiles(files: HistoryFile[]): Tally {
  return files.reduce((sum, file) => sumOf(sum, file.tally), NOTHING);
}
