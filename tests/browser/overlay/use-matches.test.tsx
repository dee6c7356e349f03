import { afterEach, expect, test } from 'vitest';
import { useMatches } from '../../../entrypoints/dock/use-matches';
import { hide, settle, show } from '../ui/show';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  hide();
  for (const frame of frames.splice(0)) frame.remove();
});

function Shape({ list }: { list: MediaQueryList }) {
  return <p>{useMatches(list) ? 'rail' : 'dock'}</p>;
}

function narrowFrame() {
  const frame = document.createElement('iframe');
  frame.style.width = '40px';
  document.body.append(frame);
  frames.push(frame);
  return { frame, list: (frame.contentWindow as Window).matchMedia('(max-width: 80px)') };
}

test('a frame that is widened turns from rail to dock, and back', async () => {
  const { frame, list } = narrowFrame();
  const root = show(<Shape list={list} />);
  await settle();
  expect(root.textContent).toBe('rail');
  frame.style.width = '332px';
  await expect.poll(() => root.textContent).toBe('dock');
  frame.style.width = '40px';
  await expect.poll(() => root.textContent).toBe('rail');
});

test('a frame that gets its width just after it drew for the first time is a dock', async () => {
  const { frame, list } = narrowFrame();
  const root = show(<Shape list={list} />);
  frame.style.width = '332px';
  await expect.poll(() => root.textContent).toBe('dock');
});
