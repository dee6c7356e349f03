import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SetAsideList, type AsideLine } from '../../../components/options/set-aside-list';
import { faults, mount } from './mount';

const NOW = Date.UTC(2026, 10, 22, 12);

const line = (n: number, over: Partial<AsideLine> = {}): AsideLine => ({
  id: `database:note/taobao:${n}`,
  kind: 'note',
  of: `轻薄防晒衣 ${n}`,
  atMs: NOW - 3_600_000,
  from: 'database',
  why: 'wrong-checksum',
  canReturn: true,
  ...over,
});

const broken = line(2, {
  id: 'sealed-file:line/x',
  kind: null,
  of: null,
  from: 'sealed-file',
  why: 'does-not-parse',
  canReturn: false,
});
const replaced = line(3, {
  id: 'restore:o:benchmark/b1',
  kind: 'benchmark',
  of: '防晒衣·女',
  from: 'restore',
  why: 'replaced',
});

const list = (over: Partial<Parameters<typeof SetAsideList>[0]> = {}) => (
  <SetAsideList
    lines={[line(1), broken, replaced]}
    returned={new Set()}
    busy={null}
    failure={null}
    readOnly={false}
    nowMs={NOW}
    onReturn={() => {}}
    onCopy={() => {}}
    {...over}
  />
);

describe('what was set aside', () => {
  it('says what each is, of which listing or benchmark, and why', async () => {
    const { root } = await mount(list());
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^备注轻薄防晒衣 1.*数据库里校验码对不上/);
    expect(rows[1]).toMatch(/^看不出是什么名称读不到.*封存文件里读不出来.*放不回去$/);
    expect(rows[2]).toMatch(/^基准防晒衣·女.*被恢复替换/);
  });

  it('asks before another version gives way, says when both were saved and which one stands', async () => {
    const [onReplace, onLeave] = [vi.fn(), vi.fn()];
    const asking = { id: replaced.id, thenMs: NOW - 86_400_000, nowMs: NOW };
    const { root } = await mount(list({ asking, onReplace, onLeave }));
    const said = root.querySelector('[role="alert"]')?.textContent ?? '';
    expect(said).toContain('基准 防晒衣·女：现在另有一份，还没有动它。');
    expect(said).toMatch(/现在的是 2026\/11\/22.*保存的，放着的是 2026\/11\/21.*保存的/);
    expect(said).toContain('以放回的为准');
    await page.getByRole('button', { name: '不放了' }).click();
    expect([onReplace.mock.calls.length, onLeave.mock.calls.length]).toEqual([0, 1]);
    await page.getByRole('button', { name: '放回去，换下现在的' }).click();
    expect(onReplace).toHaveBeenCalledOnce();
    expect(await faults(root)).toEqual([]);
  });

  it('puts back just the one asked for, and copies its text', async () => {
    const [onReturn, onCopy] = [vi.fn(), vi.fn()];
    const { again } = await mount(list({ onReturn, onCopy }));
    await userEvent.click(page.getByRole('button', { name: '放回去：基准 防晒衣·女' }));
    expect(onReturn).toHaveBeenCalledExactlyOnceWith(replaced.id);
    await userEvent.click(page.getByRole('button', { name: '复制原文：看不出是什么 名称读不到' }));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(broken.id);
    await again(list({ returned: new Set([replaced.id]) }));
    expect(page.getByText('已放回').query()).not.toBeNull();
    expect(page.getByRole('button', { name: '放回去：基准 防晒衣·女' }).query()).toBeNull();
    expect(page.getByRole('button', { name: /^放回去/ }).elements()).toHaveLength(1);
  });

  it('puts nothing back where nothing can be written, and says what failed', async () => {
    const { root, again } = await mount(list({ readOnly: true }));
    const back = () => page.getByRole('button', { name: '放回去：备注 轻薄防晒衣 1' });
    await expect.element(back()).toBeDisabled();
    await again(list({ busy: replaced.id }));
    await expect.element(back()).toBeDisabled();
    await again(list({ failure: 'full' }));
    expect(root.querySelector('[role=alert]')?.textContent).toContain('磁盘');
    await again(list({ failure: 'invalid' }));
    expect(root.querySelector('[role=alert]')?.textContent).toContain('原文还在');
  });

  it('draws only the rows in sight of a thousand, and reaches the last by keyboard', async () => {
    const lines = Array.from({ length: 1000 }, (_, n) => line(n));
    const onReturn = vi.fn();
    const { root } = await mount(list({ lines, onReturn }), { room: 'health' });
    expect(root.textContent).toContain('1000 条');
    expect(root.querySelectorAll('tbody tr').length).toBeLessThan(60);
    root.querySelector<HTMLElement>('tbody button')?.focus();
    await userEvent.keyboard('{End}');
    await expect
      .poll(() => document.activeElement?.closest('tr')?.getAttribute('data-row'))
      .toBe('999');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(onReturn).toHaveBeenCalledExactlyOnceWith('database:note/taobao:999');
  });

  it('can be used by everybody, in both themes and languages', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const view = list({ failure: 'invalid', returned: new Set([replaced.id]) });
        const { root } = await mount(view, { language, theme, room: 'health' });
        expect(await faults(root)).toEqual([]);
        root.remove();
      }
    }
  });
});
