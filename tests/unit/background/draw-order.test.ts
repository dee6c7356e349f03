import { expect, test } from 'vitest';
import { drawOrder } from '../../../lib/background/draw-order';
import type { ReadResult } from '../../../lib/listing/read-result';
import { DEFAULT_SETTINGS } from '../../../lib/settings';

const host = 'detail.tmall.com';

test('the grey chip stands on a security page, and nothing of an item', () => {
  const order = drawOrder({ state: 'blocked', why: 'slider' }, host, DEFAULT_SETTINGS);
  expect(order).toMatchObject({ draw: true, mode: 'stopped', itemId: null });
});

test('a page of another structure and an off-shelf one are spoken of, others not', () => {
  const changed = { state: 'changed', itemId: '600000000001', missing: [] } satisfies ReadResult;
  expect(drawOrder(changed, host, DEFAULT_SETTINGS)).toMatchObject({ draw: true, mode: 'full' });
  const gone = { state: 'off-shelf', itemId: null } as const;
  expect(drawOrder(gone, host, DEFAULT_SETTINGS).draw).toBe(false);
  expect(drawOrder({ state: 'not-listing' }, host, DEFAULT_SETTINGS).draw).toBe(false);
  const early = { state: 'not-ready', itemId: '600000000001' } as const;
  expect(drawOrder(early, host, DEFAULT_SETTINGS).draw).toBe(false);
});

test('where the operator switched the site off, not even the grey chip stands', () => {
  const off = { ...DEFAULT_SETTINGS, offHosts: [host] };
  expect(drawOrder({ state: 'blocked', why: 'login' }, host, off).draw).toBe(false);
});

test('each site has its own place, and a host named like a builtin has none', () => {
  const place = { side: 'left', top: 0.5, folded: true } as const;
  const settings = { ...DEFAULT_SETTINGS, dockPlaces: { [host]: place } };
  const blocked = { state: 'blocked', why: 'login' } as const;
  expect(drawOrder(blocked, host, settings).place).toEqual(place);
  expect(drawOrder(blocked, 'item.taobao.com', settings).place.side).toBe('right');
  expect(drawOrder(blocked, 'constructor', settings).place.side).toBe('right');
});
