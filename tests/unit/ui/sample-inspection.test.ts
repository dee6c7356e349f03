import { describe, expect, test } from 'vitest';
import { countRead } from '../../../lib/inspection/inspect';
import { snapshotSchema } from '../../../lib/listing/snapshot';
import { benchmarkSchema } from '../../../lib/benchmark/benchmark';
import * as samples from '../../fixtures/sample-inspection';

const ALL = Object.entries(samples).flatMap(([name, make]) =>
  typeof make === 'function' ? [[name, make()] as const] : [],
);

describe.each(ALL)('%s agrees with itself', (_, inspection) => {
  test('its snapshot parses, and names as missing what is null', () => {
    expect(snapshotSchema.safeParse(inspection.snapshot).error).toBeUndefined();
    const missing = inspection.snapshot.missing.map(({ field }) => field).sort();
    const unread = Object.entries(inspection.snapshot)
      .filter(([, value]) => typeof value === 'object' && value !== null && 'from' in value)
      .filter(([, value]) => (value as { value: unknown }).value === null)
      .map(([field]) => field)
      .sort();
    expect(missing).toEqual(unread);
    expect(inspection.read).toEqual(countRead(inspection.snapshot));
  });

  test('its coverage counts what it lists, and its spans lie in the title', () => {
    const { coverage, snapshot } = inspection;
    if (coverage === null) return;
    const { counts } = coverage;
    expect(counts.contiguous + counts.near + counts.scattered).toBe(coverage.covered);
    expect(coverage.covered + counts.partial + counts.missing).toBe(coverage.total);
    expect(coverage.matches).toHaveLength(coverage.covered + counts.partial);
    expect(coverage.missing).toHaveLength(counts.missing);
    const title = snapshot.title.value ?? '';
    const found = coverage.matches.map(({ word, tier, spans }) => ({
      word,
      whole: tier === 'contiguous',
      text: spans.map(({ from, to }) => title.slice(from, to)).join(''),
    }));
    expect(found.filter(({ text }) => text === '')).toEqual([]);
    expect(found.filter(({ word, whole, text }) => whole && text !== word)).toEqual([]);
  });

  test('its prices follow from each other', () => {
    const { path, rungs, last } = inspection.price;
    const deducted = (...of: string[]) =>
      path.steps
        .filter(({ stage, kind }) => of.includes(`${stage} ${kind}`))
        .reduce((total, step) => total + step.amountFen, 0);
    const [list, before, open, final] = [path.list, path.before, path.public, path.final].map(
      (price) => (path.closes === true ? (price?.minFen ?? null) : 0),
    );
    const closing = path.closes === true ? 1 : 0;
    expect(before).toBe((list ?? 0) - closing * deducted('to-before public'));
    expect(final).toBe((before ?? 0) - closing * deducted('to-final public', 'to-final account'));
    expect(open).toBe((before ?? 0) - closing * deducted('to-final public'));
    const wrong = rungs.filter(({ against, lineFen, difference }) => {
      const price = against === 'public' ? path.public : path.final;
      return (difference?.minFen ?? null) !== (price === null ? null : price.minFen - lineFen);
    });
    expect(wrong).toEqual([]);
    const since =
      last === null || path.public === null ? null : path.public.minFen - last.price.minFen;
    expect(last === null || path.public === null ? null : last.difference.minFen).toBe(since);
  });

  test('its checklist counts its points', () => {
    const { checklist } = inspection;
    if (checklist === null) return;
    expect(checklist.passed).toBe(checklist.counts.pass);
    expect(checklist.total).toBe(checklist.points.length - checklist.counts['not-applicable']);
  });
});

test('the variants are the cases they are named for', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(10);
  expect(benchmarkSchema.safeParse(samples.SAMPLE_BENCHMARK).success).toBe(true);
  expect(samples.manyMatchesInspection().coverage?.covered).toBe(200);
  expect(samples.gatedInspection().price.path.public).toBeNull();
  expect(samples.hostileInspection().snapshot.title.value?.length).toBeGreaterThan(19_000);
});
