import type { Change, ChangeSet } from '../analysis/change-result';
import { canonicalJson } from '../listing/canonical-json';

/**
 * The changes of one listing by visit, newest first, each told once. Rows that were told against the
 * same earlier visit are of one visit, read several times: each of their changes stands as it was
 * seen last. A tab that stayed open meanwhile tells again what another visit has told since, against
 * an older one: that is left with the visit that told it first and against the later one.
 */
export function visitChanges(sets: readonly ChangeSet[]): ChangeSet[] {
  const visits = new Map<string, ChangeSet[]>();
  for (const set of sets.toSorted((a, b) => a.atMs - b.atMs)) {
    // Being gone is a visit of its own: what comes after it is told against the same earlier one.
    const isGone = set.changes.some(({ kind }) => kind === 'off-shelf');
    const key = `${set.sinceMs}|${isGone}`;
    visits.set(key, [...(visits.get(key) ?? []), set]);
  }
  const told = new Map<string, number>();
  const once: ChangeSet[] = [];
  for (const read of [...visits.values()].toSorted((a, b) => sinceOf(b) - sinceOf(a))) {
    const changes = lastOfEach(read, told);
    const last = read.at(-1);
    if (last === undefined || (changes.length === 0 && last.changes.length > 0)) continue;
    for (const { change, atMs } of changes) told.set(wholeOf(change), atMs);
    once.push({
      ...last,
      atMs: changes.reduce(
        (newest, { atMs }) => Math.max(newest, atMs),
        changes.length === 0 ? last.atMs : 0,
      ),
      changes: changes.map(({ change }) => change),
    });
  }
  return once.toSorted((a, b) => b.atMs - a.atMs);
}

const sinceOf = (read: readonly ChangeSet[]) => read[0]?.sinceMs ?? 0;

type Seen = { change: Change; atMs: number };

/** What a visit changed, in the order first seen, each as it was seen last and not told before. */
function lastOfEach(read: readonly ChangeSet[], told: ReadonlyMap<string, number>): Seen[] {
  const byPlace = new Map<string, Seen[]>();
  for (const { atMs, changes } of read)
    for (const change of changes) {
      const place = placeOf(change);
      byPlace.set(place, [...(byPlace.get(place) ?? []), { change, atMs }]);
    }
  return [...byPlace.values()].flatMap((seen) => {
    const last = seen.findLast(({ change, atMs }) => {
      const toldMs = told.get(wholeOf(change));
      return toldMs === undefined || toldMs > atMs;
    });
    return last === undefined ? [] : [last];
  });
}

/** What a change is of: two changes of the same place are two readings of one change. */
function placeOf(change: Change): string {
  switch (change.kind) {
    case 'price':
      return `price|${change.series}|${change.which}`;
    case 'ledger':
      return `ledger|${change.series}|${change.stage}|${change.code}`;
    case 'title':
    case 'impressions':
      return change.kind;
    case 'attribute':
    case 'score':
      return `${change.kind}|${change.name}`;
    case 'count':
      return `count|${change.which}`;
    case 'promotion-started':
    case 'promotion-ended':
    case 'sku-added':
    case 'sku-removed':
    case 'off-shelf':
    case 'on-shelf':
      return canonicalJson({ ...change, sinceMs: 0 });
  }
}

/** What a change is of and what it came to, whatever it was before. */
function wholeOf(change: Change): string {
  return canonicalJson({ ...change, sinceMs: 0, before: null });
}
