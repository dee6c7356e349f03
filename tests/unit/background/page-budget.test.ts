import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { createPageBudget, isWithinSize } from '../../../lib/background/page-budget';
import { makeRouter, route, type Route, type RouteName } from '../../../lib/background/router';
import { ok } from '../../../lib/messaging/result';

test('a burst of ten passes, then ten in a second; other tabs and kinds have their own', () => {
  const at = { ms: 1_000_000 };
  const { admit } = createPageBudget(() => at.ms);
  const passed = (count: number) =>
    Array.from({ length: count }, () => admit('observe', 1, null)).filter(Boolean).length;
  expect(passed(100)).toBe(10);
  expect(admit('observe', 2, null)).toBe(true);
  expect(admit('arrive', 1, null)).toBe(true);
  at.ms += 1000;
  expect(passed(100)).toBe(10);
  at.ms += 86_400_000;
  expect(passed(100)).toBe(10);
});

test('what the reader sends by itself is never refused', () => {
  const at = { ms: 0 };
  const { admit } = createPageBudget(() => at.ms);
  for (let i = 0; i < 1000; i += 1, at.ms += 400) expect(admit('observe', 1, {})).toBe(true);
});

test('a clock set back refuses nothing for long', () => {
  const at = { ms: 86_400_000 };
  const { admit } = createPageBudget(() => at.ms);
  for (let i = 0; i < 40; i += 1) admit('observe', 1, null);
  at.ms = 0;
  expect(admit('observe', 1, null)).toBe(false);
  at.ms += 200;
  expect(admit('observe', 1, null)).toBe(true);
});

test('a message is refused for its characters, its parts, and at any depth', () => {
  const deep: unknown[] = [];
  let inner = deep;
  for (let i = 0; i < 150_000; i += 1) inner.push((inner = []));
  expect(isWithinSize({ a: ['x'.repeat(3_999_000)] })).toBe(true);
  expect(isWithinSize(null)).toBe(true);
  expect(isWithinSize({ a: ['x'.repeat(2_000_000), 'x'.repeat(2_000_001)] })).toBe(false);
  expect(isWithinSize(Array.from({ length: 100_001 }, () => 0))).toBe(false);
  expect(isWithinSize({ ['k'.repeat(4_000_001)]: 1 })).toBe(false);
  expect(isWithinSize(deep)).toBe(false);
});

test('what is not admitted is not parsed, and messages of our own pages are not held up', async () => {
  const parse = vi.fn(() => true);
  const schema = z.unknown().check(z.refine(parse));
  const routes = {
    observe: route('page', schema, () => ok(1)),
    'fold-dock': route('own', schema, () => ok(2)),
  } as Partial<Record<RouteName, Route>>;
  const self = { id: 'abc', origin: 'chrome-extension://abc' };
  const router = makeRouter(
    routes as Record<RouteName, Route>,
    self,
    () => {},
    () => false,
  );
  const content = {
    id: 'abc',
    origin: 'https://detail.tmall.com',
    frameId: 0,
    tab: { id: 7, url: 'https://detail.tmall.com/item.htm?id=600000000001' },
  };
  expect(await router({ type: 'observe', data: {} }, content)).toEqual({
    ok: false,
    failure: { code: 'not-allowed', field: 'pace' },
  });
  expect(parse).not.toHaveBeenCalled();
  expect(await router({ type: 'fold-dock', data: {} }, { id: 'abc', origin: self.origin })).toEqual(
    {
      ok: true,
      value: 2,
    },
  );
});
