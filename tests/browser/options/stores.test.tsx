import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BackupLine } from '../../../components/options/backup-line';
import { LossLine } from '../../../components/options/loss-line';
import { StoresShut } from '../../../components/options/stores-shut';
import { StoresState } from '../../../components/options/stores-state';
import { faults, mount } from './mount';

const NOW = Date.UTC(2026, 10, 22, 12);
const verification = { atMs: NOW - 3_600_000, checked: 321, healed: 0, quarantined: 0 };

const shut = (over: Partial<Parameters<typeof StoresShut>[0]> = {}) => (
  <StoresShut
    health={{ database: false, second: false }}
    rescue={{ state: 'idle' }}
    reset="idle"
    onRescue={() => {}}
    onReset={() => {}}
    {...over}
  />
);

describe('stores that can’t be opened', () => {
  it('are deleted only after the word was typed', async () => {
    const onReset = vi.fn();
    await mount(shut({ onReset }));
    const button = page.getByRole('button', { name: '删除打不开的存储' });
    await expect.element(button).toBeDisabled();
    const field = page.getByRole('textbox');
    for (const wrong of ['清空', 'START EMPTY', '清空重来了']) {
      await userEvent.fill(field, wrong);
      await expect.element(button).toBeDisabled();
    }
    expect(onReset).not.toHaveBeenCalled();
    await userEvent.fill(field, '清空重来');
    await userEvent.click(button);
    expect(onReset).toHaveBeenCalledExactlyOnceWith('清空重来');
  });

  it('are not to be deleted for a full disk, which passes', async () => {
    const { root } = await mount(shut({ isFull: true }));
    expect(root.querySelector('button')?.textContent).toBe('导出还能读的内容');
    expect(root.querySelector('input')).toBeNull();
    expect(root.textContent).toContain('清出空间后会自己恢复');
    expect(root.textContent).not.toContain('清空重来');
  });

  it('are told apart, and what is readable is offered before anything', async () => {
    const onRescue = vi.fn();
    const { root, again } = await mount(shut({ onRescue }), { language: 'en' });
    expect(root.textContent).toContain('Neither store can be opened');
    const [first] = root.querySelectorAll('button');
    first?.click();
    expect(onRescue).toHaveBeenCalledOnce();
    await again(shut({ health: { database: true, second: false } }));
    expect(root.textContent).toContain('The second store can’t be opened');
    await again(shut({ health: { database: false, second: true } }));
    expect(root.textContent).toContain('The database can’t be opened');
    await again(shut({ rescue: { state: 'nothing' }, reset: 'failed' }));
    expect(root.textContent).toContain('there is nothing to save');
    expect(root.textContent).toContain('nothing was changed');
  });
});

describe('stores that were emptied from outside', () => {
  it('are told as that: what is back, what is gone, what to do; until the operator knows', async () => {
    const onSeen = vi.fn();
    const loss = { atMs: NOW, months: 14, imports: 3 };
    const { root, again } = await mount(<LossLine loss={loss} onSeen={onSeen} />);
    const said = root.querySelector('[role="alert"]')?.textContent ?? '';
    expect(said).toContain('不是第一次使用');
    expect(said).toContain('14 个月的价格和变化记录、3 次导入');
    expect(said).toContain('要用备份文件恢复');
    expect(await faults(root)).toEqual([]);
    await page.getByRole('button', { name: '用备份文件恢复' }).click();
    expect(location.hash).toBe('#/backup');
    await page.getByRole('button', { name: '知道了' }).click();
    expect(onSeen).toHaveBeenCalledOnce();
    await again(<LossLine loss={loss} onSeen={null} />);
    await expect.element(page.getByRole('button', { name: '知道了' })).toBeDisabled();
  });
});

describe('the stores', () => {
  it('say when everything was last checked and what was found', async () => {
    const state = (over: object = {}) => (
      <StoresState
        health={{ database: true, second: true }}
        verification={{ ...verification, ...over }}
        savedAtMs={null}
        nowMs={NOW}
      />
    );
    const { root, again } = await mount(state());
    expect(root.textContent).toContain('321 条记录');
    expect(root.textContent).toContain('两处一致');
    expect(root.textContent).toContain('还没有存过');
    const history = { months: 2, given: 5, quarantined: 1, resealed: 0, unsealed: 0 };
    await again(state({ healed: 2, history }));
    expect(root.textContent).toContain('补回 7 条');
    expect(root.textContent).toContain('1 条读不出来');
  });

  it('can be used by everybody, in both themes and languages', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const { root } = await mount(
          <>
            <BackupLine due={{ why: 'days', count: 8, never: true }} onLater={() => {}} />
            {shut({ reset: 'failed', rescue: { state: 'done', name: 'a.json', rows: 7 } })}
            <StoresState
              health={{ database: true, second: false }}
              verification={verification}
              savedAtMs={NOW - 86_400_000}
              nowMs={NOW}
            />
          </>,
          { language, theme, room: 'health' },
        );
        expect(await faults(root)).toEqual([]);
        root.remove();
      }
    }
  });
});

describe('the reminder of a backup file', () => {
  it('is one line that can be put off', async () => {
    const onLater = vi.fn();
    const { root } = await mount(
      <BackupLine due={{ why: 'saves', count: 200, never: false }} onLater={onLater} />,
    );
    expect(root.textContent).toContain('又改了 200 次');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('#/backup');
    root.querySelector('button')?.click();
    expect(onLater).toHaveBeenCalledOnce();
  });
});
