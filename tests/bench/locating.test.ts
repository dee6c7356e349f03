import { afterAll, expect, it } from 'vitest';
import { createFrameHost, putAt } from '../../lib/content/frame-host';
import { rangeOf } from '../../lib/content/locate';
import { rectsOf } from '../../lib/content/page-geometry';
import { newElement } from '../../lib/content/page-nodes';
import { syntheticTitles } from './matching-bank';
import { writeSection, type Row } from './results';
import { timeRatio } from './segmenter-alternate';

/** The study's page: 48 titles, five or six stretches in each. */
const TITLES = 48;
const EACH = 6;
const rows: Row[] = [];

afterAll(() =>
  writeSection(
    'Marking in the page',
    [
      'The only thing ever marked in a page is the evidence that the operator asked for; it is framed from our own host. Found, framed and laid out, then taken away.',
    ],
    rows,
  ),
);

it('P17: marks stretches of titles without a change to them', async () => {
  const page = document.body.appendChild(document.createElement('div'));
  const titles = syntheticTitles(TITLES).map((text) => {
    const element = page.appendChild(document.createElement('h3'));
    element.textContent = text;
    return element;
  });
  const marks = titles.flatMap((element) => {
    const text = element.textContent;
    return Array.from({ length: EACH }, (_, n) => {
      const from = Math.floor((n * text.length) / EACH);
      return { element, quote: text.slice(from, from + 3) };
    });
  });
  const host = createFrameHost(
    () => 'about:blank',
    () => {},
  );
  // In the page before anything is counted.
  host.add(newElement('div'));
  const changes: MutationRecord[] = [];
  const watcher = new MutationObserver((list) => changes.push(...list));
  const options = { childList: true, subtree: true, characterData: true, attributes: true };
  watcher.observe(document, options);

  const ours = () => {
    const lines = marks.map(({ element, quote }) => rectsOf(rangeOf(element, quote)!)[0]!);
    const boxes = lines.map((line) => {
      const box = newElement('div');
      putAt(box, line);
      host.add(box);
      return box;
    });
    if (boxes[0]!.getBoundingClientRect().width === 0) throw new Error('nothing was marked');
    for (const box of boxes) box.remove();
  };
  const wrapping = () => {
    const wrapped = marks.map(({ element, quote }) => {
      const mark = document.createElement('mark');
      rangeOf(element, quote)!.surroundContents(mark);
      return mark;
    });
    if (wrapped[0]!.getBoundingClientRect().width === 0) throw new Error('nothing was marked');
    for (const mark of wrapped) mark.replaceWith(...mark.childNodes);
    for (const title of titles) title.normalize();
  };

  ours();
  await Promise.resolve();
  expect([...changes, ...watcher.takeRecords()]).toEqual([]);
  watcher.disconnect();
  const before = page.innerHTML;
  wrapping();
  expect(page.innerHTML).toBe(before);

  const peer = 'wrapping in <mark>';
  rows.push({
    target: 'P17',
    figure: 'changes to the page’s own nodes',
    value: '0',
    ratio: null,
    limit: 0,
    amount: 0,
  });
  const figure = `${marks.length} stretches in ${TITLES} titles`;
  rows.push({
    target: 'P17',
    figure,
    value: '',
    ratio: timeRatio(ours, wrapping),
    limit: 0.15,
    peer,
  });
  page.remove();
  host.close();
});
