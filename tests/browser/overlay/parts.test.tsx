import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { chipContent } from '../../../components/overlay/chip-content';
import { ChipView } from '../../../components/overlay/chip-view';
import { guardClicks, hasSlid, VisibleSince } from '../../../components/overlay/click-guard';
import { ladderScale } from '../../../components/overlay/ladder-scale';
import { paintTitle } from '../../../components/overlay/paint-title';
import { quoteParts } from '../../../components/overlay/quote-text';
import { Rail } from '../../../components/overlay/rail';
import { WordsProvider } from '../../../components/ui/words';
import { exactPrice } from '../../../lib/listing/price';
import { loadCatalog } from '../../../lib/locales/catalog';
import * as sample from '../../fixtures/sample-inspection';
import { sampleRungs } from '../../fixtures/sample-price';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';
import { frameLike, inspected } from './draw';

const words = await loadCatalog('zh-CN');
const match = (
  tier: 'contiguous' | 'near' | 'scattered' | 'partial',
  from: number,
  to: number,
) => ({
  word: 'x',
  tier,
  spans: [{ from, to }],
  viaSynonym: null,
  missingParts: [],
  class: null,
  mustHave: false,
  weight: null,
});

describe('the painted title', () => {
  test('the strongest tier paints, a partial word paints nothing', () => {
    const title = '防晒衣女款夏季';
    const stretches = paintTitle(title, [
      match('scattered', 0, 5),
      match('contiguous', 0, 3),
      match('partial', 5, 7),
    ]);
    expect(stretches).toEqual([
      { text: '防晒衣', tier: 'contiguous' },
      { text: '女款', tier: 'scattered' },
      { text: '夏季', tier: null },
    ]);
  });

  test('no surrogate pair is cut, and no character lost', () => {
    const title = '😀防晒👍🏽衣'.repeat(20);
    const stretches = paintTitle(title, [match('near', 1, 3), match('contiguous', 5, 6)]);
    expect(stretches.map(({ text }) => text).join('')).toBe(title);
    for (const { text } of stretches) expect(text.isWellFormed()).toBe(true);
  });
});

test('a quote is cut around its hit', () => {
  const evidence = {
    place: 'detail' as const,
    index: null,
    offset: 0,
    quote: '轻至 118 克，可收进口袋。立体帽檐',
    from: 10,
    to: 14,
    phrase: '收进口袋',
    synonym: false,
  };
  expect(quoteParts(evidence, 3, 16)).toEqual({
    before: '…克，可',
    hit: '收进口袋',
    after: '。立体…',
  });
});

describe('the ladder', () => {
  test('rungs stand in the order of money; crowded labels go to rows of their own', () => {
    const rungs = sampleRungs(12900, 12600);
    const scale = ladderScale(rungs, exactPrice(12900), null);
    expect(scale?.marks.map(({ rung }) => rung)).toEqual(['floor', 'member', 'promo', 'daily']);
    const rows = new Map<number, number[]>();
    for (const { row, at } of scale?.marks ?? []) rows.set(row, [...(rows.get(row) ?? []), at]);
    const apart = [...rows.values()].flatMap((places) =>
      places.slice(1).map((place, index) => place - (places[index] ?? 0)),
    );
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(27);
  });

  test('a price from has no upper end; no price is no mark', () => {
    const scale = ladderScale(sampleRungs(null, null), { minFen: 12900, maxFen: null }, null);
    expect(scale?.public).toMatchObject({ to: 100, open: true });
    expect(ladderScale(sampleRungs(null, null), null, null)?.public).toBeNull();
    expect(ladderScale([], exactPrice(100), null)).toBeNull();
  });
});

describe('chips', () => {
  const content = (which: 'title' | 'price', answer: Parameters<typeof chipContent>[1]) =>
    chipContent(which, answer, words, SAMPLE_NOW_MS);

  test('say coverage and the missing words; price against the ladder and before', () => {
    const answer = inspected(sample.sampleInspection());
    expect(content('title', answer)).toMatchObject({ lead: '关键词 12/18', tone: 'plain' });
    const price = content('price', answer);
    expect(price?.tone).toBe('bad');
    expect(price?.lead).toContain('低于你的活动价');
    expect(price?.rest.join(' ')).toContain('¥139');
  });

  test('stay away where there is nothing sure to say', () => {
    expect(content('price', inspected(sample.gatedInspection()))).toBeNull();
    expect(content('title', inspected(sample.noBenchmarkInspection()))).toBeNull();
    expect(content('title', { state: 'not-ready' })).toBeNull();
  });

  test('on a security page one grey chip says that reading has stopped', () => {
    const blocked = { state: 'blocked', why: 'slider' } as const;
    expect(content('title', blocked)).toEqual({
      lead: '已停读：安全验证',
      rest: [],
      tone: 'stopped',
    });
    expect(content('price', blocked)).toBeNull();
  });

  test('a click opens the dock', async () => {
    const root = frameLike();
    const open = vi.fn();
    const shown = content('title', inspected(sample.sampleInspection()));
    await act(() =>
      render(
        <WordsProvider words={words} language="zh-CN">
          {shown !== null && <ChipView content={shown} onOpen={open} />}
        </WordsProvider>,
        root,
      ),
    );
    await userEvent.click(root.querySelector('button') as Element);
    expect(open).toHaveBeenCalledOnce();
  });
});

test('the rail is one button with the three facts, within 40 px', async () => {
  const root = frameLike('light', 40);
  const unfold = vi.fn();
  await act(() =>
    render(
      <WordsProvider words={words} language="zh-CN">
        <Rail answer={inspected(sample.fromPriceInspection())} onUnfold={unfold} />
      </WordsProvider>,
      root,
    ),
  );
  const rail = root.querySelector('button') as HTMLElement;
  expect(rail.scrollWidth).toBeLessThanOrEqual(40);
  expect(rail.textContent).toContain('12');
  await userEvent.click(rail);
  expect(unfold).toHaveBeenCalledOnce();
});

describe('the click guard', () => {
  test('half a second of plain view, without a break', () => {
    const since = new VisibleSince();
    expect(since.isSettled(9999)).toBe(false);
    since.seen(true, 1000);
    expect(since.isSettled(1400)).toBe(false);
    expect(since.isSettled(1500)).toBe(true);
    since.seen(false, 1600);
    since.seen(true, 1700);
    expect(since.isSettled(2000)).toBe(false);
  });

  test('a frame that slid under a resting pointer has to stand for half a second again', () => {
    const at = (clientX: number, screenX: number) => ({ clientX, screenX, clientY: 0, screenY: 0 });
    expect(hasSlid(at(100, 900), at(300, 900))).toBe(true);
    expect(hasSlid(at(100, 900), at(300, 910))).toBe(true);
    // The operator's own moves, in a page zoomed in and out.
    expect(hasSlid(at(100, 900), at(300, 1100))).toBe(false);
    expect(hasSlid(at(100, 900), at(300, 950))).toBe(false);
    expect(hasSlid(at(100, 900), at(150, 1100))).toBe(false);
    const since = new VisibleSince();
    since.moved(50);
    expect(since.isSettled(5000)).toBe(false);
    since.seen(true, 100);
    since.moved(1000);
    expect(since.isSettled(1400)).toBe(false);
    expect(since.isSettled(1500)).toBe(true);
  });

  test('a script’s click never counts; the operator’s does once the frame has stood in view', async () => {
    const root = frameLike();
    const button = document.createElement('button');
    button.textContent = '保存';
    root.append(button);
    const clicked = vi.fn();
    const refused = vi.fn();
    button.addEventListener('click', clicked);
    // On a busy machine a click may come half a second after it was asked for: a new guard then.
    let stop = guardClicks(root, refused);
    for (let tries = 0; refused.mock.calls.length === 0 && tries < 10; tries += 1) {
      clicked.mockClear();
      stop();
      stop = guardClicks(root, refused);
      await userEvent.click(button);
    }
    expect(clicked).not.toHaveBeenCalled();
    expect(refused).toHaveBeenCalledOnce();
    await expect
      .poll(
        async () => {
          await userEvent.click(button);
          return clicked.mock.calls.length;
        },
        { timeout: 4000, interval: 200 },
      )
      .toBeGreaterThan(0);
    const count = clicked.mock.calls.length;
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(clicked).toHaveBeenCalledTimes(count);
    stop();
  });
});
