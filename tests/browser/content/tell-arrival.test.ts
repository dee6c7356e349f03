import { afterEach, expect, test } from 'vitest';
import { takeArrival, tellArrival, type Arrival } from '../../../lib/content/arrival';
import type { Send } from '../../../lib/content/wire';
import { fail, ok } from '../../../lib/messaging/result';
import { order, until, wait } from './fake-page';

let arrival: Arrival | null = null;
afterEach(() => {
  arrival?.stillness.stop();
  takeArrival()?.stillness.stop();
  Reflect.deleteProperty(document, 'prerendering');
});

/** A background that answers so; null: nobody does, that time. */
function backgroundThat(...answers: ('on' | 'off' | 'no listing' | null)[]) {
  const asked: string[] = [];
  const send = (async (type: string) => {
    const answer = answers[asked.push(type) - 1] ?? null;
    if (answer === null) throw new Error('nobody');
    if (answer === 'no listing') return fail('not-allowed');
    return ok({ ...order({ state: 'not-ready', itemId: '111111' }), draw: answer === 'on' });
  }) as unknown as Send;
  return { asked, send };
}

/** Tells of a page's coming, and takes what it left once the answer is there. */
async function told(background: ReturnType<typeof backgroundThat>) {
  tellArrival(background.send, 10);
  arrival = takeArrival();
  await arrival?.order.catch(() => null);
  await wait(20);
  return arrival;
}

test('the background is told once, and the page’s rest counts from its coming', async () => {
  const background = backgroundThat('on');
  const left = await told(background);
  expect(background.asked).toEqual(['arrive']);
  expect(await left?.order).toMatchObject({ ok: true, value: { draw: true } });
  expect(left?.stillness.stillForMs()).toBeGreaterThanOrEqual(15);
});

test('it can be taken up once', async () => {
  expect(takeArrival()).toBeNull();
  await told(backgroundThat('on'));
  expect(takeArrival()).toBeNull();
});

test('where the site is off nothing watches the page any more', async () => {
  const left = await told(backgroundThat('off'));
  expect(left?.stillness.stillForMs()).toBe(0);
});

test('an address of no listing is watched on: the overlay comes there too', async () => {
  const left = await told(backgroundThat('no listing'));
  expect(left?.stillness.stillForMs()).toBeGreaterThan(0);
});

test('where nobody answers it is told again, four times in all', async () => {
  const late = backgroundThat(null, null, 'on');
  expect(await (await told(late))?.order).toMatchObject({ ok: true });
  expect(late.asked).toHaveLength(3);
  const never = backgroundThat();
  const left = await told(never);
  await wait(60);
  expect(never.asked).toHaveLength(4);
  expect(left?.stillness.stillForMs()).toBe(0);
});

test('a page that is loaded ahead is told of when somebody sees it', async () => {
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
  const background = backgroundThat('on');
  tellArrival(background.send);
  await wait(20);
  expect(background.asked).toEqual([]);
  Reflect.deleteProperty(document, 'prerendering');
  document.dispatchEvent(new Event('prerenderingchange'));
  await until(() => background.asked.length > 0);
  expect(background.asked).toEqual(['arrive']);
});

test('a page that makes that event itself is told of once, and only when it is seen', async () => {
  const forge = () => document.dispatchEvent(new Event('prerenderingchange'));
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
  const background = backgroundThat('on', 'on', 'on', 'on', 'on', 'on');
  tellArrival(background.send, 10);
  for (let time = 0; time < 3; time += 1) forge();
  expect(background.asked).toEqual([]);
  Reflect.deleteProperty(document, 'prerendering');
  for (let time = 0; time < 3; time += 1) forge();
  await wait(30);
  expect(background.asked).toEqual(['arrive']);
});

test('a field of the page named like the browser’s own holds nothing up', async () => {
  const form = document.createElement('form');
  form.name = 'prerendering';
  document.body.append(form);
  const background = backgroundThat('on');
  await told(background);
  form.remove();
  expect(background.asked).toEqual(['arrive']);
});
