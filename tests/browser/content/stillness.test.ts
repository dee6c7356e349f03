import { afterEach, expect, test } from 'vitest';
import { watchStillness } from '../../../lib/content/stillness';

let nowMs = 0;
const ours = document.createElement('div');
const watched = watchStillness(() => nowMs);
afterEach(() => {
  watched.stop();
  ours.remove();
  document.body.replaceChildren();
});

function begin() {
  nowMs = 1000;
  watched.start();
  nowMs = 1100;
}

test('it counts from its beginning, and not at all before', () => {
  expect(watched.stillForMs()).toBe(0);
  begin();
  expect(watched.stillForMs()).toBe(100);
});

test('what we do ourselves is no change; what the page does is, before and after it too', () => {
  begin();
  watched.unseen(() => document.documentElement.append(ours));
  expect(watched.stillForMs()).toBe(100);
  ours.remove();
  expect(watched.stillForMs()).toBe(0);
  nowMs = 1200;
  document.body.append('by the page');
  watched.unseen(() => document.documentElement.append(ours));
  expect(watched.stillForMs()).toBe(0);
});

test.each([
  ['an attribute', () => document.body.setAttribute('data-at', String(Math.random()))],
  ['a text', () => document.body.append('text')],
  [
    'the body itself',
    () => document.documentElement.replaceChild(document.createElement('body'), document.body),
  ],
])('%s of the page counts', (_name, change) => {
  begin();
  change();
  expect(watched.stillForMs()).toBe(0);
});
