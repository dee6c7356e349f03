import { type Line, tableOf } from './line';
import { digestOf, NOTHING, type Tally, tallied } from './tally';

/**
 * How often a row was taken out and brought back, by its digest: odd is out, even (and absent) is
 * in. The higher mark is the later one, so two stores agree whichever of them is asked first.
 */
export type Marks = Map<string, number>;

/** What sealed files of a month hold together. */
export type Content = {
  /** Observations and changes by their digest. */
  lines: Map<string, Line>;
  marks: Marks;
  /** The newest snapshot of each listing among them. */
  latest: Map<string, { seenAtMs: number; line: Line }>;
};

/** Nothing. */
export function emptyContent(): Content {
  return { lines: new Map(), marks: new Map(), latest: new Map() };
}

/** Whether a row of that digest is taken out. */
export function isOut(marks: Marks, digest: string): boolean {
  return (marks.get(digest) ?? 0) % 2 === 1;
}

/** Adds marks to others; of two for one row the higher stands. */
export function addMarks(to: Marks, from: Iterable<[string, number]>): void {
  for (const [digest, mark] of from) to.set(digest, Math.max(mark, to.get(digest) ?? 0));
}

/** The digest under which a mark is tallied. */
export function digestOfMark(digest: string, mark: number): string {
  return digestOf(`x${digest} ${mark}`);
}

/** Adds a row that is to stand in a file. */
export function addLine(content: Content, line: Line): void {
  if (tableOf(line) !== 'latest') {
    content.lines.set(digestOf(line), line);
    return;
  }
  const { listingId, seenAtMs } = JSON.parse(line.slice(1)) as {
    listingId: string;
    seenAtMs: number;
  };
  const known = content.latest.get(listingId);
  if (known === undefined || known.seenAtMs < seenAtMs)
    content.latest.set(listingId, { seenAtMs, line });
}

/** Adds all of a content to another one, and takes out what its marks say. */
export function addContent(to: Content, from: Content): void {
  for (const [digest, line] of from.lines) to.lines.set(digest, line);
  for (const { line } of from.latest.values()) addLine(to, line);
  addMarks(to.marks, from.marks);
  for (const [digest, mark] of to.marks) if (mark % 2 === 1) to.lines.delete(digest);
}

/** The tally of observations, changes and marks. */
export function tallyOf({ lines, marks }: Pick<Content, 'lines' | 'marks'>): Tally {
  const ofMarks = [...marks].map(([digest, mark]) => digestOfMark(digest, mark));
  return tallied(NOTHING, { plus: [...lines.keys(), ...ofMarks], rows: lines.size });
}

/** The content as the text of a file. */
export function textOf({ lines, marks, latest }: Content): string {
  const all: string[] = [...lines.values()];
  for (const [digest, mark] of marks) all.push(`x${digest} ${mark}`);
  for (const { line } of latest.values()) all.push(line);
  return all.join('\n');
}

/** The content of a file's text; null where it is no such text. */
export function contentOf(text: string): Content | null {
  const content = emptyContent();
  try {
    for (const line of text === '' ? [] : text.split('\n')) {
      const mark = /^x([0-9a-f]{16}) (\d+)$/.exec(line);
      if (mark !== null) content.marks.set(mark[1] ?? '', Number(mark[2]));
      else if (tableOf(line) === null) return null;
      else addLine(content, line);
    }
  } catch {
    return null;
  }
  return content;
}
