import { beforeEach, expect, test } from 'vitest';
import { picturePlace } from '../../../lib/content/picture-place';
import type { SiteAdapter } from '../../../lib/sites/adapter';

function box(place: { left: number; top: number; width: number; height: number }): HTMLElement {
  const element = document.createElement('div');
  const px = Object.entries(place).map(([name, value]) => [name, `${value}px`]);
  Object.assign(element.style, { position: 'fixed', ...Object.fromEntries(px) });
  document.body.append(element);
  return element;
}

let gallery: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  gallery = box({ left: 20, top: 30, width: 300, height: 300 });
});
const place = () => {
  const anchors = () => ({ gallery });
  return picturePlace({ anchors } as unknown as SiteAdapter);
};

test('the whole picture where nothing lies over it', () => {
  expect(place()).toEqual({ left: 20, top: 30, width: 300, height: 300, viewWidth: innerWidth });
});

test('what is right of a panel over it, and nothing of the panel', () => {
  box({ left: 0, top: 0, width: 127, height: 400 });
  const seen = place();
  // Looked at every 15 px: from the first place that is free.
  expect(seen).toMatchObject({ left: 140, width: 180, height: 300 });
});

test('the wider side where something stands in its midst', () => {
  box({ left: 100, top: 0, width: 30, height: 400 });
  expect(place()).toMatchObject({ left: 140, width: 180 });
});

test('what is in the window of one that is half out of it', () => {
  gallery.style.top = '-100px';
  expect(place()).toMatchObject({ left: 20, top: 0, width: 300, height: 200 });
});

test.each([
  ['covered', () => box({ left: 0, top: 0, width: 400, height: 400 })],
  ['covered but for a strip', () => box({ left: 0, top: 0, width: 260, height: 400 })],
  ['scrolled away', () => (gallery.style.top = '-400px')],
  ['mostly scrolled away', () => (gallery.style.top = '-160px')],
  ['too small', () => (gallery.style.width = '100px')],
])('none where it is %s', (_, make) => {
  make();
  expect(place()).toBeNull();
});
