import type { Database } from '../database';
import { measured } from '../measured';
import { done, failed, failureOf, type Outcome } from '../outcome';
import { createQueue } from '../queue';
import type { VerifiedHistory } from '../rows';
import type { SealedFiles } from '../sealed-files';
import { bookPages } from './book';
import { addLine, emptyContent, tallyOf } from './content';
import type { HistoryFile, Level } from './file-name';
import { createHistoryFolder, tallyOfFiles } from './folder';
import { digestOfRow, type HistoryRow, type Line, lineOf } from './line';
import { leaveMark, markLeft } from './mark';
import { monthOf, type Month } from './month';
import { allMonths, differingMonths, isForgetful, isSettled, noteSettled } from './months';
import { settleMonth } from './settle';
import { setStraysAside } from './strays';
import { sameTally } from './tally';
import { isMonthWhole } from './whole';

/** How many files of a level a month may have before they become one of the next. */
const MOST: Record<Exclude<Level, 'b'>, number> = { s: 24, m: 16 };

/**
 * Where history is kept. `moveFiles` takes the files to another place, where the browser forgets them
 * at this one (`sealed-place.ts`); false where it can't, none: they stay.
 */
export type HistoryPlaces = {
  database: Database;
  files: SealedFiles;
  nowMs: () => number;
  moveFiles?: (() => Promise<boolean>) | undefined;
  /** True until the first verification since the browser's start; none: always. */
  isNewSession?: (() => Promise<boolean>) | undefined;
};

/** History's place outside the database. */
export type SealedHistory = ReturnType<typeof createSealedHistory>;

/**
 * Keeps sealed files of all observations and changes (and of each listing's newest snapshot beside
 * them), and heals database and files by each other. Everything that touches the files runs in one
 * queue. A failure of the files fails nothing: the database has the rows, its book says so, and the
 * next comparison writes what is missing.
 */
export function createSealedHistory({
  database,
  files,
  nowMs,
  moveFiles,
  isNewSession,
}: HistoryPlaces) {
  const folder = createHistoryFolder(files);
  const queue = createQueue();
  const comparisons = createQueue();
  type Waiting = { month: Month; digest: string; line: Line };
  /** Rows that the database has and no file yet. */
  let waiting: Waiting[] = [];
  let flushing: Promise<boolean> | null = null;

  /**
   * Seals rows that the database has just taken, together with whatever else comes meanwhile. True
   * when a file holds them.
   */
  function append(rows: HistoryRow[]): Promise<boolean> {
    if (rows.every((row) => row.table === 'latest')) return Promise.resolve(true);
    for (const row of rows) {
      const line = lineOf(row.table, row.row);
      const atMs = row.table === 'latest' ? row.row.seenAtMs : row.row.atMs;
      waiting.push({ month: monthOf(atMs), digest: digestOfRow(row), line });
    }
    flushing ??= queue(flush).catch(() => false);
    return flushing;
  }

  async function flush(): Promise<boolean> {
    flushing = null;
    const batch = waiting;
    waiting = [];
    let sealed = true;
    for (const [month, rows] of Map.groupBy(batch, (row) => row.month)) {
      const content = emptyContent();
      for (const { line } of rows) addLine(content, line);
      const written = await folder.write(month, 's', content);
      sealed &&= written.ok;
      if (written.ok) void queue(() => gather(month, 's')).catch(() => {});
    }
    return sealed;
  }

  /** Makes one file of many of a level, when they are too many. */
  async function gather(month: Month, level: 's' | 'm'): Promise<void> {
    const listed = await folder.listOf(month);
    if (!listed.ok) return;
    const many = listed.value.filter((file) => file.level === level);
    if (many.length < MOST[level]) return;
    const old = level === 's' ? many : listed.value;
    const read = await folder.read(old);
    if (!read.ok) return;
    if (read.value.damaged.length > 0) {
      await settle(month);
      return;
    }
    const written = await folder.write(month, level === 's' ? 'm' : 'b', read.value.content);
    if (!written.ok) return;
    await folder.remove(old);
    if (level === 's') await gather(month, 'm');
  }

  /** Makes database and files of a month hold the same rows. */
  async function settle(month: Month): Promise<Outcome<VerifiedHistory>> {
    let listed = await folder.listOf(month);
    let read = listed.ok ? await folder.read(listed.value) : listed;
    // A place that gives back something else than what was put there is not to be believed again.
    if (read.ok && read.value.damaged.length > 0 && (await wentElsewhere())) {
      listed = await folder.listOf(month);
      read = listed.ok ? await folder.read(listed.value) : listed;
    }
    if (!listed.ok) return listed;
    if (!read.ok) return read;
    const { content: sealed, sound, damaged } = read.value;
    const settled = await settleMonth(database, month, sealed, nowMs());
    const { content, given, quarantined, unread } = settled;
    // What a visit has committed before, and waits to be sealed, is in here.
    const isIn = ({ digest }: Waiting) => content.lines.has(digest);
    waiting = waiting.filter((row) => row.month !== month || !isIn(row));
    const healed = { months: 1, given, quarantined, resealed: 0, unsealed: 0 };
    const agrees = sameTally(tallyOfFiles(listed.value), tallyOf(content));
    if (damaged.length + unread === 0 && agrees) return done(healed);
    const resealed = await reseal(month, content, { sound, damaged, unread });
    return done({ ...healed, resealed: resealed ? 1 : 0, unsealed: resealed ? 0 : 1 });
  }

  async function reseal(
    month: Month,
    content: ReturnType<typeof emptyContent>,
    old: { sound: HistoryFile[]; damaged: HistoryFile[]; unread: number },
  ): Promise<boolean> {
    if (content.lines.size + content.marks.size + content.latest.size > 0) {
      const written = await folder.write(month, 'b', content);
      if (!written.ok) return false;
    }
    // A file with a line that nobody here can read is kept as it lies.
    const away = old.unread > 0 ? folder.setAside(old.sound) : folder.remove(old.sound);
    if (!(await away).ok) return false;
    return (await folder.setAside(old.damaged)).ok;
  }

  async function settleAll(months: Month[], healed: VerifiedHistory): Promise<void> {
    for (const month of months) {
      // One month at a time in the queue: a visit waits for one at most.
      const settled = await queue(() => settle(month));
      if (!settled.ok) healed.unsealed += 1;
      else for (const key of KEYS) healed[key] += settled.value[key];
    }
  }

  /**
   * Compares the manifests of both, and settles the months that differ. At a worker's start that is a
   * mismatch, which asks for a full verification; after an operation it is its second half.
   */
  function heal(when: 'start' | 'operation'): Promise<Outcome<VerifiedHistory>> {
    return comparisons(() => compareAndSettle(when)).catch((error: unknown) =>
      failed(failureOf(error)),
    );
  }

  /** Takes the files to another place, where they will be remembered; false where it can't. */
  async function wentElsewhere(): Promise<boolean> {
    const moved = (await moveFiles?.()) === true;
    if (!moved) return false;
    folder.forget();
    // Else the next start would miss the old place's mark here.
    await leaveMark(database, files, nowMs());
    return true;
  }

  async function compareAndSettle(when: 'start' | 'operation'): Promise<Outcome<VerifiedHistory>> {
    const healed = nothingHealed();
    const known = await isSettled(database);
    const months = await queue(() =>
      measured('compare history', async () => {
        const [found, pages, mark] = await Promise.all([
          folder.list(),
          bookPages(database),
          markLeft(database),
        ]);
        const isSound = found.ok && (mark === null || folder.had(mark));
        const mayMove = known && when === 'start';
        const lacks = mayMove && isSound && isForgetful(pages, found.value);
        // A worker that was killed between rows and file leaves the same; the browser forgets at its
        // own starts only.
        const isForgotten = lacks && ((await isNewSession?.()) ?? true);
        const moved = mayMove && (!isSound || isForgotten) && (await wentElsewhere());
        const listed = moved ? await folder.list() : found;
        if (!listed.ok) return listed;
        return done(
          known ? differingMonths(pages, listed.value) : await allMonths(database, listed.value),
        );
      }),
    );
    if (!months.ok) return months;
    if (known && when === 'start' && months.value.length > 0) {
      await database.meta.put({ name: 'mismatch', value: nowMs() });
    }
    await settleAll(months.value, healed);
    if (!known && healed.unsealed === 0) await noteSettled(database);
    return done(healed);
  }

  /**
   * Reads every row and every file, and settles whatever is not as it should be. Where the files can't
   * be asked at all, that is a month that could not be sealed.
   */
  async function verify(): Promise<VerifiedHistory> {
    const verified = await comparisons(verifyAll).catch(() => null);
    return verified?.ok === true ? verified.value : { ...nothingHealed(), unsealed: 1 };
  }

  async function verifyAll(): Promise<Outcome<VerifiedHistory>> {
    const healed = nothingHealed();
    healed.quarantined += await setStraysAside(database, nowMs());
    const months = await queue(async () => {
      folder.forget();
      const listed = await folder.list();
      return listed.ok ? done(await allMonths(database, listed.value)) : listed;
    });
    if (!months.ok) return months;
    for (const month of months.value) {
      const whole = await queue(() => isMonthWhole(database, folder, month));
      if (whole) healed.months += 1;
      else await settleAll([month], healed);
    }
    if (healed.unsealed === 0) await noteSettled(database);
    await queue(() => leaveMark(database, files, nowMs()));
    return done(healed);
  }

  /** How many months the sealed files hold anything of; 0 where they can't be asked. */
  async function months(): Promise<number> {
    const listed = await queue(() => folder.list());
    return listed.ok ? new Set(listed.value.map((file) => file.month)).size : 0;
  }

  return { append, heal, verify, months };
}

const KEYS = ['months', 'given', 'quarantined', 'resealed', 'unsealed'] as const;

function nothingHealed(): VerifiedHistory {
  return { months: 0, given: 0, quarantined: 0, resealed: 0, unsealed: 0 };
}
