import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { makeRouter, route, type Route, type RouteName } from '../../../lib/background/router';
import { ok } from '../../../lib/messaging/result';

const self = { id: 'abc', origin: 'chrome-extension://abc' };
const own = { id: 'abc', origin: self.origin };
const content = {
  id: 'abc',
  origin: 'https://detail.tmall.com',
  frameId: 0,
  tab: { id: 7, url: 'https://detail.tmall.com/item.htm?id=600000000001' },
};

function routerOf(
  routes: Partial<Record<RouteName, Route>>,
  report: (bug: unknown) => void = () => {},
) {
  return makeRouter(routes as Record<RouteName, Route>, self, report);
}
const message = (type: string, data?: unknown) => ({ id: 1, type, data, timestamp: 1 });

test('a message of the own tier is parsed and answered', async () => {
  const router = routerOf({
    'fold-dock': route('own', z.object({ folded: z.boolean() }), (p) => ok(p.folded)),
  });
  expect(await router(message('fold-dock', { folded: true }), own)).toEqual({
    ok: true,
    value: true,
  });
});

test('a content script reaches no own-tier handler', async () => {
  const handler = vi.fn(() => ok(null));
  const router = routerOf({ command: route('own', z.unknown(), handler) });
  expect(await router(message('command', {}), content)).toMatchObject({
    ok: false,
    failure: { code: 'not-allowed' },
  });
  expect(handler).not.toHaveBeenCalled();
});

test('a page of ours can submit no observation', async () => {
  const router = routerOf({ observe: route('page', z.unknown(), () => ok(null)) });
  expect(await router(message('observe'), own)).toMatchObject({ ok: false });
});

test('a payload that does not parse names the field, without a value of it', async () => {
  const router = routerOf({
    'fold-dock': route('own', z.object({ folded: z.boolean() }), () => ok(null)),
  });
  expect(await router(message('fold-dock', { folded: 'secret' }), own)).toEqual({
    ok: false,
    failure: { code: 'invalid', field: 'folded' },
  });
});

test.each([
  'constructor',
  '__proto__',
  '__defineGetter__',
  'toString',
  'hasOwnProperty',
  'unknown',
])('a type named %s is not answered', (type) => {
  expect(routerOf({})(message(type, {}), content)).toBeNull();
});

test.each([null, undefined, 1, 'x', [], { type: 7 }])('%j is no message', (value) => {
  expect(routerOf({})(value, own)).toBeNull();
});

test('a bug in a handler comes back as a code, and its stack stays here', async () => {
  const report = vi.fn();
  const router = routerOf(
    {
      'tab-never': undefined,
      'reread-tab': route('own', z.unknown(), () => {
        throw new Error('secret detail');
      }),
    } as Partial<Record<RouteName, Route>>,
    report,
  );
  const answer = await router(message('reread-tab'), own);
  expect(answer).toEqual({ ok: false, failure: { code: 'internal' } });
  expect(report).toHaveBeenCalledOnce();
});
