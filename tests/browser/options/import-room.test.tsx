import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportRoom } from '../../../components/options/import-room';
import type { ImportState } from '../../../components/options/import-state';
import type { TablePreview } from '../../../lib/transfer/tables/table-session';
import type { TableMapping } from '../../../lib/transfer/tables/table-view';
import { faults, mount } from './mount';

const MAPPING: TableMapping = {
  sheet: 0,
  roles: [
    { is: 'word' },
    { is: 'metric', kind: '搜索人气', unit: 'count' },
    { is: 'metric', kind: '支付转化率', unit: 'share' },
    { is: 'none' },
  ],
  source: 'related',
  period: '7d',
};
const ROLES = ['word', 'count:搜索人气', 'share:支付转化率', 'none'];
const PREVIEW: TablePreview = {
  words: 120,
  repeated: 2,
  bad: [{ line: 7, why: 'item-id', column: '商品ID', text: '7.12E+11' }],
  badRows: 1,
  added: 100,
  changed: 15,
  same: 5,
  others: 3000,
  tooMany: null,
  bankDamaged: false,
  sample: [
    {
      line: 2,
      word: '山野防晒衣',
      metrics: [
        { source: '生意参谋', kind: '搜索人气', period: '7d', min: 600, max: 1200 },
        { source: '生意参谋', kind: '支付转化率', period: '7d', min: 0.05, max: 0.075 },
      ],
    },
  ],
};

function open(
  mapping: Partial<TableMapping> = {},
  preview: Partial<TablePreview> | null = {},
): ImportState {
  return {
    state: 'open',
    table: {
      name: '相关搜索词.xlsx',
      mapping: { ...MAPPING, ...mapping },
      view: {
        sheetName: '相关搜索词',
        mapping: MAPPING,
        headings: ['相关搜索词', '搜索人气', '支付转化率', '搜索增速'],
        samples: [['山野防晒衣'], ['600 ~ 1200'], ['5% ~ 7.5%'], ['-12%']],
        rows: 123,
      },
    },
    preview: preview === null ? null : { ...PREVIEW, ...preview },
  };
}

function room(now: ImportState, over: Partial<Parameters<typeof ImportRoom>[0]> = {}) {
  const calls = {
    onBenchmark: vi.fn(),
    onFiles: vi.fn<(files: File[]) => void>(),
    onPaste: vi.fn(),
    onRole: vi.fn(),
    onMapping: vi.fn(),
    onImport: vi.fn(),
    onCancel: vi.fn(),
    onUndo: vi.fn(),
  };
  const view = (
    <ImportRoom
      benchmarks={[
        { id: 'b1', name: '防晒衣' },
        { id: 'b2', name: '保温杯' },
      ]}
      benchmarkId="b1"
      gate="ready"
      said={null}
      now={now}
      choices={[
        { value: 'none', label: '不导入' },
        { value: 'word', label: '关键词' },
        { value: 'count:搜索人气', label: '搜索人气' },
        { value: 'share:支付转化率', label: '支付转化率' },
      ]}
      roles={ROLES}
      log={[]}
      {...calls}
      {...over}
    />
  );
  return { view, calls };
}

const HEAD = {
  id: 'i2',
  benchmarkId: 'b1',
  atMs: Date.UTC(2026, 10, 22, 4),
  fileName: '相关搜索词.xlsx',
  source: '生意参谋',
  period: '7d',
  added: 100,
  changed: 15,
  same: 5,
  parts: 1,
};

describe('a table that was read', () => {
  test('says what it is, what it would do and which rows are left out', async () => {
    const { view } = room(open());
    const { root } = await mount(view, { room: 'import' });
    const text = root.textContent;
    for (const part of ['相关搜索词.xlsx · 123 行', '新增100', '更新15', '数字没变5', '不动3,000'])
      expect(text).toContain(part);
    expect(text).toContain('搜索人气 600 ~ 1,200');
    expect(text).toContain('支付转化率 5% ~ 7.5%');
    expect(text).toContain('第 7 行商品编号被表格软件改成了科学计数商品ID 7.12E+11');
  });

  test('is not written over words that can’t be read, and says so', async () => {
    const { root } = await mount(room(open({}, { bankDamaged: true })).view);
    expect(root.querySelector('.notice-fault')?.textContent).toContain('现在不能导入，请先从备份');
  });

  test('keeps its button in sight under a long list of columns, and what it waits for', async () => {
    const { root, again } = await mount(room(open({ period: null })).view, { room: 'import' });
    await page.viewport(1280, 500);
    const bar = root.querySelector('.import-do')!;
    expect(bar.textContent).toContain('文件里没有写，请选这些数字是哪段时间的');
    expect(bar.getBoundingClientRect().bottom).toBeLessThanOrEqual(502);
    await again(room(open()).view);
    expect(root.querySelector('.import-do')?.textContent).toContain('新增 100 · 更新 15 · 没变 5');
  });

  test('that could not be imported stays, with the reason and what it would do now', async () => {
    const { view, calls } = room({ ...open(), failure: 'conflict' } as ImportState);
    const { root, again } = await mount(view, { room: 'import' });
    expect(root.querySelector('.notice-fault')?.textContent).toBe(
      '这个基准的关键词刚在别处改过，所以没有导入。 表格还在，下面已按最新的关键词重新算过，看过再点导入。',
    );
    await userEvent.click(page.getByRole('button', { name: '导入 120 词' }));
    expect(calls.onImport).toHaveBeenCalledOnce();
    await again(room({ ...open(), failure: 'full' } as ImportState).view);
    expect(root.querySelector('.notice-fault')?.textContent).toContain('磁盘或浏览器配额已满');
  });

  test('is imported with one click, or left', async () => {
    const { view, calls } = room(open());
    await mount(view);
    await userEvent.click(page.getByRole('button', { name: '导入 120 词' }));
    expect(calls.onImport).toHaveBeenCalledOnce();
    await userEvent.click(page.getByRole('button', { name: '换一个文件' }));
    expect(calls.onCancel).toHaveBeenCalledOnce();
  });

  test.each<[string, ImportState, object]>([
    ['the period is not known', open({ period: null }), {}],
    ['there is nothing to import', open({}, { words: 0 }), {}],
    ['the bank is full', open({}, { tooMany: 7 }), {}],
    ['the dry run is not done', open({}, null), {}],
    ['the data can only be read', open(), { gate: 'read-only' }],
    ['the bank is on its way', open(), { gate: 'loading' }],
    ['a part of the bank can’t be read', open({}, { bankDamaged: true }), {}],
  ])('is not imported while %s', async (_, now, over) => {
    await mount(room(now, over).view);
    await expect.element(page.getByRole('button', { name: /^导入 \d+ 词$/ })).toBeDisabled();
  });

  test('asks for a period, also between two days', async () => {
    const { view, calls } = room(open({ period: null }));
    await mount(view);
    await page.getByLabelText('统计周期').selectOptions('近 30 天');
    expect(calls.onMapping).toHaveBeenLastCalledWith({ period: '30d' });
    await page.getByLabelText('统计周期').selectOptions('指定日期');
    await page.getByLabelText('开始日期').fill('2026-11-15');
    expect(calls.onMapping).toHaveBeenLastCalledWith({ period: null });
    await page.getByLabelText('结束日期').fill('2026-11-21');
    expect(calls.onMapping).toHaveBeenLastCalledWith({ period: '2026-11-15~2026-11-21' });
  });

  test('any column can be made something else, also a figure of its own name', async () => {
    const { view, calls } = room(open());
    await mount(view);
    await page.getByLabelText('「搜索增速」作为').selectOptions('搜索增速');
    expect(calls.onRole).toHaveBeenCalledWith(3, 'count:搜索增速');
    await page.getByLabelText('来源').selectOptions('其他表格');
    expect(calls.onMapping).toHaveBeenCalledWith({ source: 'other' });
  });
});

test('a text is pasted, a file is dropped', async () => {
  const { view, calls } = room({ state: 'idle' });
  const { root } = await mount(view);
  await page.getByLabelText('或者粘贴复制的表格').fill('搜索词\n防晒衣');
  await userEvent.click(page.getByRole('button', { name: '读取粘贴的表格' }));
  expect(calls.onPaste).toHaveBeenCalledWith('搜索词\n防晒衣');
  const data = new DataTransfer();
  const file = new File(['a'], 'a.csv');
  data.items.add(file);
  root
    .querySelector('.drop')
    ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  expect(calls.onFiles.mock.calls[0]?.[0][0]).toMatchObject({ name: 'a.csv' });
});

test('keywords that are not saved come first', async () => {
  const { root } = await mount(room({ state: 'idle' }, { gate: 'unsaved' }).view);
  expect(root.textContent).toContain('有未保存的修改');
  expect(root.querySelector('.drop')).toBeNull();
});

test('only the newest import can be taken back', async () => {
  const log = [HEAD, { ...HEAD, id: 'i1', fileName: '' }];
  const { view, calls } = room({ state: 'idle' }, { log });
  const { root } = await mount(view);
  expect(root.textContent).toContain('粘贴的表格');
  expect(page.getByRole('button', { name: '撤销导入' }).elements()).toHaveLength(1);
  await userEvent.click(page.getByRole('button', { name: '撤销导入' }));
  expect(calls.onUndo).toHaveBeenCalledWith('i2');
});

test.each([
  [{ code: 'damaged', where: 'zip' }, '文件已损坏，读不完整（出错处：zip）'],
  [{ code: 'quotes', line: 7 }, '第 7 行的引号没有配对'],
  [{ code: 'too-large', maxMb: 20 }, '不能超过 20 MB'],
  [{ code: 'too-many', of: 'columns', max: 200 }, '列太多，最多 200'],
  [{ code: 'old-xls' }, '1997 年以前'],
] as const)('%j is told in a sentence', async (fault, sentence) => {
  const { root } = await mount(room({ state: 'wrong', fault }).view);
  expect(root.querySelector('.notice-fault')?.textContent).toContain(sentence);
  // Two Chinese sentences stand together without a blank.
  expect(root.textContent).toContain('。没有导入任何内容');
});

describe('axe finds nothing', () => {
  const states: [string, ImportState][] = [
    ['empty', { state: 'idle' }],
    ['reading', { state: 'reading', share: 0.4 }],
    ['read', open({ period: null })],
    ['done', { state: 'done', importId: 'i2', added: 3, changed: 1, same: 2 }],
  ];
  for (const theme of ['light', 'dark'] as const)
    for (const language of ['zh-CN', 'en'] as const)
      test.each(states)(`${theme}, ${language}: %s`, async (_, now) => {
        const { root } = await mount(room(now, { log: [HEAD] }).view, {
          theme,
          language,
          room: 'import',
        });
        expect(await faults(root)).toEqual([]);
      });
});
