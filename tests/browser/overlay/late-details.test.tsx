import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { LateDetails } from '../../../components/overlay/late-details';
import { frameLike } from './draw';

function draw() {
  const root = frameLike();
  render(
    <LateDetails class="late" summary="more">
      {() => <p>content</p>}
    </LateDetails>,
    root,
  );
  const details = root.querySelector('details')!;
  return { root, details, content: () => root.querySelector('p')?.textContent ?? null };
}

test('the content is made by the click that opens it, and stays', async () => {
  const { root, details, content } = draw();
  expect(content()).toBeNull();
  await act(() => root.querySelector('summary')!.click());
  expect([details.open, content()]).toEqual([true, 'content']);
  await act(() => root.querySelector('summary')!.click());
  expect([details.open, content()]).toEqual([false, 'content']);
});

test('it is made too where something else opens it, as a search in the page does', async () => {
  const { details, content } = draw();
  details.open = true;
  await expect.poll(content).toBe('content');
});
