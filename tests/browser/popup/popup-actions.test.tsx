import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail } from '../../../lib/messaging/result';
import {
  askInspection,
  gatedInspection,
  mineInspection,
  sampleInspection,
} from '../../fixtures/sample-inspection';
import { sampleSnapshot, unread } from '../../fixtures/sample-snapshot';
import { click, hide, named, one, settle, show } from '../ui/show';
import { answered, inspected, sampleActions, samplePopup } from './sample-popup';

const LISTING = 'taobao:782345678901';
beforeEach(() => page.viewport(400, 640));
afterEach(hide);

test('a page that keeps removing the overlay is named, and the side panel offered', async () => {
  const { actions, asked } = sampleActions();
  show(samplePopup(inspected(sampleInspection()), { actions, removed: true }));
  expect(document.body.textContent).toContain('一直移除标尺的界面');
  await click(named('打开侧边栏'));
  expect(asked).toEqual(['side panel']);
  show(samplePopup(inspected(sampleInspection()), { actions }));
  expect(document.body.textContent).not.toContain('一直移除标尺的界面');
});

describe('the star', () => {
  test('adds to the first list, says so, and undo takes it back', async () => {
    const { actions, commands } = sampleActions();
    show(samplePopup(inspected(mineInspection()), { actions }));
    await click(named('关注'));
    expect(commands).toEqual([{ kind: 'watch', listingId: LISTING, listId: null, on: true }]);
    expect(one('.toast').textContent).toContain('已关注');
    await click(named('撤销'));
    expect(commands[1]).toEqual({ kind: 'watch', listingId: LISTING, listId: null, on: false });
  });

  test('takes from the list that has the listing', async () => {
    const { actions, commands } = sampleActions();
    show(samplePopup(inspected(sampleInspection()), { actions }));
    expect(named('已关注').getAttribute('aria-pressed')).toBe('true');
    await click(named('已关注'));
    expect(commands).toEqual([{ kind: 'watch', listingId: LISTING, listId: 'list-1', on: false }]);
  });

  test('a list is chosen in the menu', async () => {
    const { actions, commands } = sampleActions();
    show(samplePopup(inspected(sampleInspection()), { actions }));
    await click(named('放进哪个清单'));
    expect(named('防晒衣·女 竞品').getAttribute('aria-checked')).toBe('true');
    await click(named('每周必看'));
    expect(commands).toEqual([{ kind: 'watch', listingId: LISTING, listId: 'list-2', on: true }]);
  });

  test('where two lists have it, nothing is taken away without asking', async () => {
    const { actions, commands } = sampleActions();
    const lists = [
      { id: 'list-1', name: '甲', has: true },
      { id: 'list-2', name: '乙', has: true },
    ];
    show(
      samplePopup(inspected(sampleInspection({ watch: { lists, starred: true } })), { actions }),
    );
    await click(named(/^已关注/));
    expect(commands).toEqual([]);
    await click(named('乙'));
    expect(commands).toEqual([{ kind: 'watch', listingId: LISTING, listId: 'list-2', on: false }]);
  });

  test('a refused command says why, and says nothing of success', async () => {
    const { actions } = sampleActions({ run: async () => fail('read-only') });
    show(samplePopup(inspected(mineInspection()), { actions }));
    await click(named('关注'));
    expect(one('[role=alert] .notice-text').textContent).toContain('当前版本只能查看');
    expect(document.querySelectorAll('.toast')).toHaveLength(0);
    expect(named('关注').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the benchmark', () => {
  test('the switch pins the chosen one', async () => {
    const { actions, commands } = sampleActions();
    show(samplePopup(inspected(sampleInspection()), { actions }));
    await userEvent.selectOptions(one('.head select'), 'shell-men');
    await settle();
    expect(commands).toEqual([
      { kind: 'pin-benchmark', listingId: LISTING, benchmarkId: 'shell-men' },
    ]);
  });

  test('the question is answered by one click', async () => {
    const { actions, commands } = sampleActions();
    show(samplePopup(inspected(askInspection()), { actions }));
    expect(one<HTMLSelectElement>('.head select').selectedOptions[0]?.textContent).toBe('选择基准');
    await click(named('冲锋衣·男'));
    expect(commands).toEqual([
      { kind: 'pin-benchmark', listingId: LISTING, benchmarkId: 'shell-men' },
    ]);
  });
});

describe('the menu', () => {
  const open = async (inspection = sampleInspection()) => {
    const noted = sampleActions();
    show(samplePopup(inspected(inspection), { actions: noted.actions }));
    await click(named('更多操作'));
    return noted;
  };

  test('marks the shop as mine, and takes that back', async () => {
    const { commands } = await open();
    await click(named('这是我的店'));
    const shop = { shopId: '512345678', sellerId: '2212345678901', name: '溪禾户外旗舰店' };
    expect(commands).toEqual([{ kind: 'set-my-shop', ...shop, on: true }]);
    const again = await open(mineInspection());
    await click(named('这是我的店'));
    expect(again.commands).toEqual([{ kind: 'set-my-shop', ...shop, on: false }]);
  });

  test('a shop without an id cannot be marked', async () => {
    const snapshot = sampleSnapshot({ shopId: unread(), sellerId: unread() });
    await open(sampleInspection({ snapshot }));
    expect((named('这是我的店') as HTMLButtonElement).disabled).toBe(true);
  });

  test('switches the site off, reads again, and leads to the rooms', async () => {
    const { commands, asked } = await open(gatedInspection());
    await click(named('在天猫上关掉标尺'));
    expect(commands).toEqual([{ kind: 'set-site', host: 'detail.tmall.com', on: false }]);
    for (const name of ['重新读取', '编辑这个基准', '读取状况']) {
      // oxlint-disable-next-line no-await-in-loop -- one click after the other
      await click(named('更多操作'));
      // oxlint-disable-next-line no-await-in-loop -- one click after the other
      await click(named(name));
    }
    expect(asked).toEqual(['reread', '#/benchmarks/sun-women', '#/health']);
  });
});

test('an unread page offers the one thing to do', async () => {
  const { actions, asked, commands } = sampleActions();
  show(samplePopup(answered({ state: 'reload' }), { actions }));
  await click(named('重新加载页面'));
  show(samplePopup(answered({ state: 'off-here', host: 'item.taobao.com' }), { actions }));
  await click(named('重新打开'));
  show(samplePopup(answered({ state: 'changed', missing: [] }), { actions }));
  await click(named('重新读取'));
  show(samplePopup({ phase: 'failed', code: 'internal' }, { actions }));
  await click(named('重试'));
  expect(asked).toEqual(['reload', 'reread', 'retry']);
  expect(commands).toEqual([{ kind: 'set-site', host: 'item.taobao.com', on: true }]);
});

test('everything is reached by Tab alone, in the order it is read', async () => {
  show(samplePopup(inspected(sampleInspection())));
  await settle();
  const names: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await userEvent.tab();
    const at = document.activeElement;
    if (at === null || at === document.body) break;
    const label = at.id === '' ? null : document.querySelector(`label[for="${at.id}"]`);
    names.push(at.getAttribute('aria-label') ?? (label ?? at).textContent ?? '');
    expect(getComputedStyle(at).outlineStyle).not.toBe('none');
  }
  expect(names).toEqual([
    '基准',
    '更多操作',
    '1 项读不到',
    '备注',
    '移除 清仓',
    '标签',
    '已关注',
    '放进哪个清单',
    '检查一条标题',
    '全部数据',
  ]);
});
