import { beforeEach, expect, test } from 'vitest';
import { readSettings } from '../../../lib/background/answers';
import { exactPrice } from '../../../lib/listing/price';
import { SAMPLE_NOW_MS, sampleSnapshot } from '../../fixtures/sample-snapshot';
import { fakeHouse } from './fake-house';

/* A visit while the store takes nothing, or can't be read. */

const TAB = 7;

let it: ReturnType<typeof fakeHouse>;
beforeEach(() => {
  it = fakeHouse(SAMPLE_NOW_MS);
  it.world.urls.set(TAB, 'https://detail.tmall.com/item.htm?id=782345678901');
});

const seen = () => ({
  state: 'ok',
  snapshot: sampleSnapshot({ capturedAtMs: it.world.nowMs }),
});

test('where the store is full the page is still told, and the answer says that nothing was saved', async () => {
  await it.house.store.ready();
  it.house.store.recordVisit = async () => ({ ok: false, why: 'full' });
  await it.fromPage(TAB, 'observe', seen());
  const answer = await it.answer(TAB);
  expect(answer).toMatchObject({ state: 'inspected', saved: 'full' });
  expect(answer).not.toHaveProperty('unread');
  expect(answer).toMatchObject({
    inspection: { price: { path: { public: exactPrice(12900) } } },
  });
});

test('a store that can’t be read any more changes neither language nor what is switched off', async () => {
  await it.command({ kind: 'save-settings', patch: { language: 'en' } });
  await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  await readSettings(it.house.store);
  it.house.store.read = async () => ({ ok: false, why: 'full' });
  expect(await readSettings(it.house.store)).toMatchObject({ language: 'en' });
  const order = await it.fromPage(TAB, 'observe', seen());
  expect(order).toMatchObject({ ok: true, value: { draw: false } });
});

test('where the store can’t be read the page is still told', async () => {
  it.house.store.read = async () => ({ ok: false, why: 'blocked' });
  it.house.store.recordVisit = async () => ({ ok: false, why: 'blocked' });
  await it.fromPage(TAB, 'observe', seen());
  const answer = await it.answer(TAB);
  expect(answer).toMatchObject({ state: 'inspected', saved: 'blocked', unread: true });
  expect(answer).toHaveProperty('inspection.choice', { state: 'empty' });
});
