import type { Attribute } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import { findWord, wordBorders } from '../listing/word-border';
import type { CheckState } from './checklist-result';
import type { AttributeCell, Comparison, Statement } from './compare-result';
import type { CompiledKeywords } from './compiled-keywords';
import type { GapSegmenter } from './root-splitter';
import { titleCoverage } from './title-coverage';

/** A statement and whether each listing makes it; null where that is not known. */
export type Said = { statement: Statement; by: (boolean | null)[] };

/**
 * What every competitor says and none of mine, and what one of mine says and no competitor. One
 * unknown among those that it depends on, and it is told in neither.
 */
export function consensusOf(
  said: readonly Said[],
  mine: readonly boolean[],
): Comparison['consensus'] {
  const isMine = (_: boolean | null, index: number) => mine[index] === true;
  const isTheirs = (_: boolean | null, index: number) => mine[index] === false;
  if (!mine.includes(true) || !mine.includes(false)) return null;
  const those = (test: (own: (boolean | null)[], theirs: (boolean | null)[]) => boolean) =>
    said
      .filter(({ by }) => test(by.filter(isMine), by.filter(isTheirs)))
      .map(({ statement }) => statement);
  return {
    theyAllSay: those(
      (own, theirs) => theirs.every((each) => each === true) && own.every((each) => each === false),
    ),
    onlyMineSays: those(
      (own, theirs) => own.some((each) => each === true) && theirs.every((each) => each === false),
    ),
  };
}

/** Selling points: made, not made, or (in part, by hand, unreadable) not to be said. */
export function saidPoints(
  points: readonly { name: string; states: readonly CheckState[] }[],
): Said[] {
  return points.map(({ name, states }) => ({
    statement: { kind: 'point', text: name },
    by: states.map((state) => (state === 'pass' ? true : state === 'missing' ? false : null)),
  }));
}

/** Keywords of the benchmark that at least one of the titles covers, the heaviest first. */
export function saidKeywords(
  titles: readonly (string | null)[],
  compiled: CompiledKeywords | null,
  nearWindow: number,
): Said[] {
  if (compiled === null) return [];
  const options = { nearWindow, limitUnits: 60 };
  const covered = titles.map((title) => {
    if (title === null) return null;
    // Covered words come first: so many of the list are all of them.
    const { covered: listed } = titleCoverage(compiled, title, { ...options, listed: 0 });
    const { matches } = titleCoverage(compiled, title, { ...options, listed });
    return new Set(matches.slice(0, listed).map(({ word }) => word));
  });
  const words = new Set(covered.flatMap((each) => [...(each ?? [])]));
  return Array.from({ length: compiled.words.length }, (_, keyword) => compiled.words.at(keyword)!)
    .filter((word) => words.has(word))
    .map((word) => ({
      statement: { kind: 'keyword', text: word },
      by: covered.map((each) => each?.has(word) ?? null),
    }));
}

/**
 * Words of the titles (词根) in the order they are met, blanks and marks parting them first. A word
 * within a keyword that the same titles carry is told by the keyword.
 */
export function saidWords(
  titles: readonly (string | null)[],
  segment: GapSegmenter,
  keywords: readonly Said[],
): Said[] {
  const normal = titles.map((title) => {
    if (title === null) return null;
    const { text } = normaliseText(title);
    return { text, borders: wordBorders(text) };
  });
  const words = new Set(titles.flatMap((title) => wordsOf(title ?? '', segment)));
  return [...words]
    .map((word): Said => {
      const by = normal.map((title) =>
        title === null ? null : findWord(title.text, title.borders, word).length > 0,
      );
      return { statement: { kind: 'word', text: word }, by };
    })
    .filter(({ statement, by }) => {
      const same = keywords.filter((keyword) => keyword.by.join() === by.join());
      return !same.some((told) => normaliseText(told.statement.text).text.includes(statement.text));
    });
}

function wordsOf(title: string, segment: GapSegmenter): string[] {
  return title
    .split(/[\s\p{P}]+/u)
    .flatMap((part) => segment(normaliseText(part).text))
    .map((word) => word.trim())
    .filter((word) => word.length > 1 && /[\p{L}\p{N}]/u.test(word));
}

/** Attributes by name, each with what every listing holds there, in the order they are met. */
export function attributeRows(
  all: readonly (readonly Attribute[] | null)[],
): { name: string; cells: AttributeCell[] }[] {
  const byKey = all.map((attributes) => {
    if (attributes === null) return null;
    const values = new Map<string, { name: string; value: string }>();
    for (const { name, value } of attributes) {
      const key = normaliseText(name).text;
      const known = values.get(key);
      values.set(key, { name, value: known === undefined ? value : `${known.value}、${value}` });
    }
    return values;
  });
  const names = new Map<string, string>();
  for (const values of byKey)
    for (const [key, { name }] of values ?? []) if (!names.has(key)) names.set(key, name);
  return [...names].map(([key, name]) => ({
    name,
    cells: byKey.map((values): AttributeCell => {
      if (values === null) return { state: 'unread' };
      const value = values.get(key)?.value;
      return value === undefined ? { state: 'absent' } : { state: 'value', value };
    }),
  }));
}

/** True where two of the listings that were read do not hold the same. */
export function differs(cells: readonly AttributeCell[]): boolean {
  const held = cells.flatMap((cell) =>
    cell.state === 'unread' ? [] : [cell.state === 'value' ? normaliseText(cell.value).text : null],
  );
  return new Set(held).size > 1;
}

/** Whether each listing names an attribute. */
export function saidAttributes(
  rows: readonly { name: string; cells: readonly AttributeCell[] }[],
): Said[] {
  return rows.map(({ name, cells }) => ({
    statement: { kind: 'attribute', text: name },
    by: cells.map(({ state }) => (state === 'unread' ? null : state === 'value')),
  }));
}
