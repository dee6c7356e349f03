import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail } from '../../../lib/messaging/result';
import type { TabAnswer } from '../../../lib/messaging/tab-answer';
import * as sample from '../../fixtures/sample-inspection';
import { drawDock, inspected } from './draw';

const STATES: [string, TabAnswer | null][] = [
  ['a competitor', inspected(sample.sampleInspection())],
  ['my listing', inspected(sample.mineInspection())],
  ['no benchmark yet', inspected(sample.noBenchmarkInspection())],
  ['which benchmark', inspected(sample.askInspection())],
  ['none fits', inspected(sample.noneFitsInspection())],
  ['prices hidden', inspected(sample.gatedInspection())],
  ['readers disagree', inspected(sample.ambiguousInspection())],
  ['a price from', inspected(sample.fromPriceInspection())],
  ['hostile words', inspected(sample.hostileInspection())],
  ['many matches', inspected(sample.manyMatchesInspection())],
  ['disk full', { state: 'inspected', inspection: sample.sampleInspection(), saved: 'full' }],
  ['read only', { state: 'inspected', inspection: sample.sampleInspection(), saved: 'read-only' }],
  ['waiting', null],
  ['not ready', { state: 'not-ready' }],
  ['security check', { state: 'blocked', why: 'slider' }],
  ['off the shelf', { state: 'off-shelf' }],
  ['changed page', { state: 'changed', missing: ['title', 'finalPrice'] }],
  ['reload', { state: 'reload' }],
  ['off here', { state: 'off-here', host: 'detail.tmall.com' }],
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(STATES)('axe finds nothing in: %s', async (_name, answer) => {
    await page.viewport(400, 1400);
    const { root } = await drawDock(answer, { theme, language: theme === 'dark' ? 'en' : 'zh-CN' });
    for (const details of root.querySelectorAll('details')) details.open = true;
    // What they hold is made when they tell that they are open: a task later.
    await act(() => new Promise((done) => void setTimeout(done)));
    const { violations } = await axe.run(root);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    // Nothing runs out of the dock's width.
    expect(root.scrollWidth).toBeLessThanOrEqual(332);
  });
});

const button = (root: Element, name: string) =>
  [...root.querySelectorAll('button')].find((each) =>
    `${each.getAttribute('aria-label') ?? ''}${each.textContent}`.includes(name),
  ) as HTMLButtonElement;

describe('the first glance', () => {
  test('three facts, each with what it is of', async () => {
    const { root } = await drawDock(inspected(sample.sampleInspection()));
    const facts = [...root.querySelectorAll('.fact')].map((fact) => fact.textContent);
    expect(facts[0]).toContain('12/18');
    expect(facts[1]).toContain('5/9');
    expect(facts[2]).toContain('¥129');
    expect(facts[2]).toContain('本账号 ¥126');
  });

  test('a price that was not read is a dash with its reason, never 0', async () => {
    const { root, words } = await drawDock(inspected(sample.gatedInspection()));
    const fact = root.querySelectorAll('.fact')[2]?.textContent ?? '';
    expect(fact).toContain('—');
    expect(fact).not.toMatch(/¥\s*0/);
    expect(root.textContent).toContain(words.common.noPublic.gated);
  });

  test('without a benchmark no score is shown', async () => {
    const { root } = await drawDock(inspected(sample.noBenchmarkInspection()));
    const facts = [...root.querySelectorAll('.fact')].map((fact) => fact.textContent ?? '');
    expect(facts[0]).not.toMatch(/\d/);
    expect(facts[1]).not.toMatch(/\d/);
  });

  test('mine speaks of gaps, a competitor of what changed', async () => {
    const mine = await drawDock(inspected(sample.mineInspection()));
    expect(mine.root.querySelector('.context')?.textContent).toContain('缺口');
    const theirs = await drawDock(inspected(sample.sampleInspection()));
    expect(theirs.root.querySelector('.context')?.textContent).toContain('3 处变化');
    await userEvent.click(theirs.root.querySelector('.context-toggle') as Element);
    expect(theirs.root.querySelector('.context')?.textContent).toContain('¥139');
  });
});

describe('what is asked for', () => {
  test('the star, my shop, off here and the benchmark each send one command', async () => {
    const { root, said } = await drawDock(inspected(sample.sampleInspection()));
    await userEvent.click(button(root, '更多操作'));
    await userEvent.click(button(root, '这是我的店'));
    await userEvent.click(button(root, '更多操作'));
    await userEvent.click(button(root, '在这个网站关闭'));
    await userEvent.selectOptions(root.querySelector('select') as HTMLElement, 'shell-men');
    const commands = said.filter(({ name }) => name === 'run').map(({ given }) => given[0]);
    expect(commands).toEqual([
      {
        kind: 'set-my-shop',
        shopId: '512345678',
        sellerId: '2212345678901',
        name: '溪禾户外旗舰店',
        on: true,
      },
      { kind: 'set-site', host: 'detail.tmall.com', on: false },
      {
        kind: 'pin-benchmark',
        listingId: 'taobao:782345678901',
        benchmarkId: 'shell-men',
      },
    ]);
  });

  test('evidence asks to be found on the page, in the page’s own words', async () => {
    const { root, said } = await drawDock(inspected(sample.sampleInspection()));
    await userEvent.click(root.querySelector('.evidence') as Element);
    const target = said.find(({ name }) => name === 'locate')?.given[0];
    expect(target).toMatchObject({ place: 'title', quote: expect.stringContaining('冰丝') });
  });

  test('an ambiguous price offers both candidates', async () => {
    const { root, said } = await drawDock(inspected(sample.ambiguousInspection()));
    await userEvent.click(button(root, '¥132'));
    expect(said.find(({ name }) => name === 'pick')?.given).toEqual(['finalPrice', 1]);
  });

  test('a verdict by hand that is not saved says so and keeps what was typed', async () => {
    const { root, said, words } = await drawDock(inspected(sample.sampleInspection()), {
      answer: fail('full'),
    });
    await userEvent.click(root.querySelector('.point-line .icon-button') as Element);
    const note = root.querySelector('.verdict input') as HTMLInputElement;
    await userEvent.fill(note, '第 2 张图');
    await userEvent.click(button(root, '人工判定'));
    await userEvent.click(root.querySelector('.verdict-buttons button') as Element);
    expect(said.some(({ name }) => name === 'run')).toBe(true);
    expect(root.textContent).toContain(words.common.failures.full.what);
    expect(note.value).toBe('第 2 张图');
  });

  test('Escape folds; arrow keys on the handle move', async () => {
    const { root, said } = await drawDock(inspected(sample.sampleInspection()));
    (root.querySelector('.dock-brand') as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}{Escape}');
    expect(said.map(({ name }) => name)).toEqual(['drag', 'fold']);
  });

  test('the foot lists what was not read and what to do', async () => {
    const { root, words } = await drawDock(inspected(sample.gatedInspection()));
    await userEvent.click(root.querySelector('.dock-read') as Element);
    expect(root.querySelector('.missing')?.textContent).toContain(words.common.missing.gated.todo);
  });
});

test('hostile words of the page are text and nothing else', async () => {
  const { root } = await drawDock(inspected(sample.hostileInspection()));
  expect(root.querySelectorAll('script,img,iframe,a[href]')).toHaveLength(0);
  expect(root.scrollWidth).toBeLessThanOrEqual(332);
});
