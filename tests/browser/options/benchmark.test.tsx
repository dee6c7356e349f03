import { page, userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { useCallback, useState } from 'preact/hooks';
import {
  benchmarkOf,
  emptyDraft,
  type BenchmarkDraft,
} from '../../../components/options/benchmark-draft';
import { FitsEditor } from '../../../components/options/fits-editor';
import { KeywordTable } from '../../../components/options/keyword-table';
import { rowsOf, type KeywordRow } from '../../../components/options/keyword-rows';
import { LadderEditor } from '../../../components/options/ladder-editor';
import { PasteKeywords } from '../../../components/options/paste-keywords';
import { PointEditor } from '../../../components/options/point-editor';
import { readFigure } from '../../../lib/benchmark/figure-text';
import { readKeywordPaste } from '../../../lib/benchmark/keyword-paste';
import type { Keyword } from '../../../lib/benchmark/keyword';
import { faults, mount } from './mount';

const none = () => {};
const week = { source: '生意参谋', kind: '搜索人气', period: '7d' };
function keyword(word: string, figure?: number): Keyword {
  const metrics = figure === undefined ? [] : [{ ...week, min: figure, max: figure }];
  return { word, metrics, class: null, mustHave: false, synonyms: [], atomic: false };
}

/** A keyword table that keeps what is done to it. */
function Table(props: {
  start: KeywordRow[];
  seen: (rows: readonly KeywordRow[]) => void;
  undo?: (undo: () => void) => void;
}) {
  const { seen } = props;
  const [rows, setRows] = useState<readonly KeywordRow[]>(props.start);
  seen(rows);
  const change = useCallback(
    (step: (old: readonly KeywordRow[]) => readonly KeywordRow[]) => setRows((old) => step(old)),
    [],
  );
  return (
    <KeywordTable
      rows={rows}
      readOnly={false}
      readFigure={readFigure}
      isShare={(kind) => kind === '支付转化率'}
      onRows={change}
      onRemoved={(_, undo) => props.undo?.(undo)}
      onPaste={none}
      onCopy={none}
    />
  );
}

test('of 50,000 keywords only those in sight are drawn, and a letter is typed at once', async () => {
  const start = rowsOf(Array.from({ length: 50_000 }, (_, n) => keyword(`防晒衣女款${n}`, n)));
  let rows: readonly KeywordRow[] = [];
  const { root } = await mount(<Table start={start} seen={(now) => (rows = now)} />);
  expect(root.querySelectorAll('tbody tr[data-row]').length).toBeLessThan(80);
  const box = root.querySelector('.keyword-box') as HTMLElement;
  expect(box.scrollHeight).toBeGreaterThan(50_000 * 35);
  box.scrollTop = 25_000 * 36;
  await expect.poll(() => root.querySelector('tr[data-row="25000"]')).not.toBeNull();
  const input = root.querySelector('tr[data-row="25000"] [data-column="word"]') as HTMLInputElement;
  input.focus();
  await userEvent.keyboard('{End}X');
  expect(rows[25_000]?.keyword.word).toBe('防晒衣女款25000X');
  expect(rows[24_999]).toBe(start[24_999]);
});

test('Enter goes down the column and adds a word after the last', async () => {
  let rows: readonly KeywordRow[] = [];
  const { root } = await mount(
    <Table start={rowsOf([keyword('防晒衣'), keyword('皮肤衣')])} seen={(now) => (rows = now)} />,
  );
  (root.querySelector('tr[data-row="0"] [data-column="word"]') as HTMLElement).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => document.activeElement?.closest('tr')?.dataset['row']).toBe('2');
  await userEvent.keyboard('冰丝防晒衣{Enter}');
  await expect.poll(() => document.activeElement?.closest('tr')?.dataset['row']).toBe('3');
  expect(rows.map((row) => row.keyword.word)).toEqual(['防晒衣', '皮肤衣', '冰丝防晒衣', '']);
  await userEvent.keyboard('{Enter}');
  expect(rows).toHaveLength(4);
});

test('a figure that does not read stays as typed and is named; a range is kept as one', async () => {
  let rows: readonly KeywordRow[] = [];
  const { root } = await mount(
    <Table start={rowsOf([keyword('防晒衣', 5)])} seen={(now) => (rows = now)} />,
  );
  const cell = page.getByLabelText('防晒衣 搜索人气 · 近 7 天');
  await cell.fill('很多');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => root.querySelector('.notice')?.textContent).toContain('1 个词需要改');
  expect((cell.element() as HTMLInputElement).value).toBe('很多');
  expect(rows[0]?.keyword.metrics[0]?.max).toBe(5);
  await cell.fill('600 ~ 1200');
  await userEvent.keyboard('{Tab}');
  expect(rows[0]?.keyword.metrics).toEqual([{ ...week, min: 600, max: 1200 }]);
  expect(await faults(root)).toEqual([]);
});

test('deleted words come back where they stood, with what was typed meanwhile', async () => {
  let rows: readonly KeywordRow[] = [];
  let undo = none;
  const { root } = await mount(
    <Table
      start={rowsOf(['一', '二', '三', '四'].map((word) => keyword(word)))}
      seen={(now) => (rows = now)}
      undo={(back) => (undo = back)}
    />,
  );
  await page.getByLabelText('选中 二').click();
  await page.getByLabelText('选中 三').click();
  await page.getByRole('button', { name: '删除 2 词' }).click();
  const words = () => rows.map((row) => row.keyword.word);
  expect(words()).toEqual(['一', '四']);
  (root.querySelector('tr[data-row="1"] [data-column="word"]') as HTMLElement).focus();
  await userEvent.keyboard('{End}季');
  undo();
  await expect.poll(words).toEqual(['一', '二', '三', '四季']);
});

test('pasting adds the good lines and keeps the bad ones to be put right', async () => {
  const added: Keyword[] = [];
  await mount(
    <PasteKeywords
      open
      read={readKeywordPaste}
      onAdd={(words) => {
        added.push(...words);
        return '新增 2 词';
      }}
      onClose={none}
    />,
  );
  const box = page.getByRole('textbox');
  await box.fill('防晒衣女\t12000\n冰丝防晒衣\t600 ~ 1200\n坏\t很多');
  await expect.element(page.getByText('读出 2 词，1 行有问题')).toBeVisible();
  await page.getByLabelText('统计周期').selectOptions('近 30 天');
  await page.getByRole('button', { name: '添加 2 词' }).click();
  expect(added.map((each) => [each.word, each.metrics[0]?.period, each.metrics[0]?.max])).toEqual([
    ['防晒衣女', '30d', 12_000],
    ['冰丝防晒衣', '30d', 1200],
  ]);
  expect((box.element() as HTMLTextAreaElement).value).toBe('坏\t很多');
  expect(await faults(document.body)).toEqual([]);
});

test('50,000 pasted lines stand in the box at once', async () => {
  await mount(<PasteKeywords open read={readKeywordPaste} onAdd={() => ''} onClose={none} />);
  const box = page.getByRole('textbox').element() as HTMLTextAreaElement;
  const text = Array.from({ length: 50_000 }, (_, n) => `词${n}\t${n}`).join('\n');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  box.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  await expect.poll(() => box.value.length).toBe(text.length);
  await expect
    .poll(() => document.body.textContent, { timeout: 10_000 })
    .toContain('添加 50000 词');
});

/** A part of the editor over a draft that keeps what is done to it. */
function Part(props: {
  start: BenchmarkDraft;
  seen?: (draft: BenchmarkDraft) => void;
  view: (part: {
    draft: BenchmarkDraft;
    problems: never[];
    readOnly: boolean;
    onChange: (patch: Partial<BenchmarkDraft>) => void;
  }) => preact.ComponentChildren;
}) {
  const [draft, setDraft] = useState(props.start);
  props.seen?.(draft);
  const checked = benchmarkOf(draft);
  return (
    <>
      {props.view({
        draft,
        problems: (checked.ok ? [] : checked.problems) as never[],
        readOnly: false,
        onChange: (patch) => setDraft((old) => ({ ...old, ...patch })),
      })}
    </>
  );
}

test('yuan as typed becomes fen, and what is no amount says so and stays', async () => {
  let draft = emptyDraft('b', '防晒衣');
  const { root } = await mount(
    <Part
      start={draft}
      seen={(now) => (draft = now)}
      view={(part) => <LadderEditor {...part} />}
    />,
  );
  await page.getByLabelText('日常价').fill('159.90');
  await page.getByLabelText('底价').fill('九十九');
  await expect.element(page.getByText('请写金额，例如 129 或 129.50')).toBeVisible();
  expect(draft.ladder.floor).toBe('九十九');
  await page.getByLabelText('底价').fill('199');
  await expect.element(page.getByText('底价比日常价高，请确认没有写反')).toBeVisible();
  const done = benchmarkOf(draft);
  expect(done.ok && done.benchmark.ladder).toMatchObject({ dailyFen: 15_990, floorFen: 19_900 });
  expect(await faults(root)).toEqual([]);
});

test('Enter in a selling point adds the next, a deleted one comes back', async () => {
  let draft = emptyDraft('b', '防晒衣');
  let undo = none;
  const { root } = await mount(
    <Part
      start={draft}
      seen={(now) => (draft = now)}
      view={(part) => (
        <PointEditor
          {...part}
          verdicts={[]}
          onClearVerdict={none}
          onRemoved={(_, back) => (undo = back)}
        />
      )}
    />,
  );
  await page.getByRole('button', { name: '加一个卖点' }).click();
  await userEvent.keyboard('UPF50+{Enter}凉感{Tab}冰丝、凉爽{Enter}');
  const names = () => draft.sellingPoints.map((point) => point.name);
  expect(names()).toEqual(['UPF50+', '凉感']);
  expect(draft.sellingPoints[1]?.phrases).toEqual(['冰丝', '凉爽']);
  await page.getByRole('button', { name: '展开 UPF50+' }).click();
  await page.getByLabelText('参数').click();
  expect(draft.sellingPoints[0]?.places).toEqual(['attributes']);
  expect(await faults(root)).toEqual([]);
  await page.getByRole('button', { name: '删除卖点' }).first().click();
  expect(names()).toEqual(['凉感']);
  undo();
  await expect.poll(names).toEqual(['UPF50+', '凉感']);
});

test('a pasted address pins a listing; a search page does not', async () => {
  let draft = emptyDraft('b', '防晒衣');
  const { root } = await mount(
    <Part
      start={draft}
      seen={(now) => (draft = now)}
      view={(part) => (
        <FitsEditor
          {...part}
          titleOf={() => '云杉山系防晒衣'}
          seenShops={[{ shopId: '101', name: '云杉旗舰店' }]}
          listingIn={(text) => (text.includes('id=') ? 'taobao:700000000001' : null)}
        />
      )}
    />,
  );
  const field = page.getByLabelText('商品网址或编号');
  await field.fill('https://s.taobao.com/search?q=1');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('这不是商品网址或编号')).toBeVisible();
  await field.fill('https://detail.tmall.com/item.htm?id=700000000001');
  await userEvent.keyboard('{Enter}');
  expect(draft.pinnedListingIds).toEqual(['taobao:700000000001']);
  await page.getByLabelText('看过的店铺').selectOptions('云杉旗舰店');
  expect(draft.shopIds).toEqual(['101']);
  expect(await faults(root)).toEqual([]);
});
