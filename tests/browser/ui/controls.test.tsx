import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Button, IconButton } from '../../../components/ui/button';
import { Chip, Tag } from '../../../components/ui/chip';
import { Dialog } from '../../../components/ui/dialog';
import { Menu } from '../../../components/ui/menu';
import { NumberField } from '../../../components/ui/number-field';
import { Select } from '../../../components/ui/select';
import { Checkbox, Switch } from '../../../components/ui/switch';
import { Tabs } from '../../../components/ui/tabs';
import { TextArea, TextField } from '../../../components/ui/text-field';
import { Toast, useToast } from '../../../components/ui/toast';
import { axeFaults, click, hide, named, one, press, settle, show, type } from './show';

afterEach(hide);

test('fields have a label, a hint and an error that belong to them', async () => {
  const root = show(
    <TextField label="名称" hint="最多 100 字" error="不能为空" value="" onInput={() => {}} />,
  );
  const input = one('input');
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    '最多 100 字',
    '不能为空',
  ]);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(document.querySelector(`label[for="${input.id}"]`)?.textContent).toBe('名称');
  expect(await axeFaults(root)).toEqual([]);
});

test('every control together is clean for axe, in both themes', async () => {
  const all = (
    <main>
      <h1>控件</h1>
      <Button kind="primary">保存</Button>
      <Button>取消</Button>
      <Button kind="danger" icon="trash">
        删除
      </Button>
      <IconButton icon="gear" label="设置" />
      <TextArea label="备注" value="x" onInput={() => {}} placeholder="写一条" />
      <Select label="类型" value="a" options={[{ value: 'a', label: '甲' }]} onChange={() => {}} />
      <Switch label="开" checked onChange={() => {}} hint="提示" />
      <Checkbox label="选" checked={false} onChange={() => {}} />
      <Chip word="凉感">6,040</Chip>
      <Tag name="清仓" onRemove={() => {}} />
      <Tabs label="页" tabs={[{ id: 'a', label: '甲' }]} chosen="a" onChoose={() => {}}>
        内容
      </Tabs>
    </main>
  );
  for (const theme of ['light', 'dark'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one theme after the other
    expect(await axeFaults(show(all, { theme }))).toEqual([]);
  }
});

test('Enter confirms a line, but not while an input method composes', async () => {
  let entered = 0;
  show(<TextField label="词" value="" onInput={() => {}} onEnter={() => (entered += 1)} />);
  one('input').dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
  );
  expect(entered).toBe(0);
  one('input').focus();
  await press('Enter');
  expect(entered).toBe(1);
});

describe('NumberField', () => {
  function bench(start: number | null, limits: { min?: number; max?: number; decimals?: number }) {
    const told: (number | null)[] = [];
    show(
      <NumberField
        label="价格"
        value={start}
        invalidText="请填数字"
        onChange={(value) => told.push(value)}
        {...limits}
      />,
    );
    return told;
  }

  test.each([
    ['１２９', 129],
    ['1,290', 1290],
    [' 129.50 ', 129.5],
  ])('%s is understood', async (text, expected) => {
    const told = bench(null, { decimals: 2 });
    await type(one('input'), text);
    expect(told).toEqual([expected]);
    expect(one('.field-error').textContent).toBe('');
  });

  test.each(['abc', '1e5', '12.345', '-1', '1000001', '0x10', '١٢'])(
    '%s is marked, stays, and is not passed on',
    async (text) => {
      const told = bench(null, { min: 0, max: 1_000_000, decimals: 2 });
      await type(one('input'), text);
      expect(told).toEqual([]);
      expect(one<HTMLInputElement>('input').value).toBe(text);
      expect(one('.field-error').textContent).toBe('请填数字');
    },
  );

  test('an emptied field is null, not 0', async () => {
    const told = bench(129, {});
    await type(one('input'), '');
    expect(told).toEqual([null]);
  });
});

test('Select tells the chosen one', async () => {
  let chosen = 'a';
  const options = [
    { value: 'a', label: '甲' },
    { value: 'b', label: '乙' },
  ];
  show(<Select label="类型" value={chosen} options={options} onChange={(to) => (chosen = to)} />);
  await userEvent.selectOptions(one('select'), 'b');
  expect(chosen).toBe('b');
});

test('Switch has its role and tells the new state', async () => {
  const told: boolean[] = [];
  show(<Switch label="开" checked={false} onChange={(on) => told.push(on)} />);
  expect(one('input').getAttribute('role')).toBe('switch');
  await click(one('input'));
  expect(told).toEqual([true]);
});

test('Tabs move by arrow keys, Home and End, with one stop for Tab', async () => {
  function Bench() {
    const [chosen, setChosen] = useState<'a' | 'b' | 'c'>('a');
    const tabs = [
      { id: 'a', label: '甲' },
      { id: 'b', label: '乙' },
      { id: 'c', label: '丙' },
    ] as const;
    return (
      <Tabs label="页" tabs={tabs} chosen={chosen} onChoose={setChosen}>
        {chosen}
      </Tabs>
    );
  }
  show(<Bench />);
  named('甲').focus();
  const seen: (string | null | undefined)[] = [];
  for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await press(key);
    seen.push(document.activeElement?.textContent);
  }
  expect(seen).toEqual(['乙', '丙', '甲', '丙', '甲']);
  expect(document.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
  expect(one('[role=tabpanel]').textContent).toBe('a');
});

describe('Menu', () => {
  function bench() {
    const chosen: string[] = [];
    const item = (id: string, label: string) => ({ id, label, onChoose: () => chosen.push(id) });
    show(
      <>
        <Menu
          label="更多"
          icon="more"
          iconOnly
          items={[
            item('a', 'alpha'),
            { ...item('b', 'beta'), disabled: true },
            item('c', 'gamma'),
            { ...item('d', 'delta'), checked: true },
          ]}
        />
        <p class="outside">外面</p>
      </>,
    );
    return chosen;
  }
  const open = async () => click(named('更多'));
  const focused = () => document.activeElement?.textContent;

  test('opens on its first line; arrows wrap and pass over what is disabled', async () => {
    bench();
    await open();
    expect(named('更多').getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('alpha');
    await press('ArrowDown');
    expect(focused()).toBe('gamma');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(focused()).toBe('delta');
    await press('g');
    expect(focused()).toBe('gamma');
    expect(await axeFaults(document.body)).toEqual([]);
  });

  test('a choice closes it and the focus goes back; a ticked line leaves it open', async () => {
    const chosen = bench();
    await open();
    await click(named('delta'));
    expect(document.querySelectorAll('[role=menu]')).toHaveLength(1);
    await click(named('alpha'));
    expect(document.querySelectorAll('[role=menu]')).toHaveLength(0);
    expect(document.activeElement).toBe(named('更多'));
    expect(chosen).toEqual(['d', 'a']);
  });

  test('Escape and a click outside close it without choosing', async () => {
    const chosen = bench();
    await open();
    await press('Escape');
    expect(document.activeElement).toBe(named('更多'));
    await open();
    one('.outside').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await settle();
    expect(document.querySelectorAll('[role=menu]')).toHaveLength(0);
    expect(chosen).toEqual([]);
  });
});

test('Dialog takes the focus in, keeps it, asks to close on Escape, and gives it back', async () => {
  function Bench() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onClick={() => setOpen(true)}>打开</Button>
        <Dialog title="恢复" open={open} onClose={() => setOpen(false)} foot={<Button>好</Button>}>
          <TextField label="名称" value="" onInput={() => {}} />
        </Dialog>
      </>
    );
  }
  show(<Bench />);
  named('打开').focus();
  await click(named('打开'));
  const dialog = one<HTMLDialogElement>('dialog');
  expect(dialog.matches(':modal')).toBe(true);
  expect(dialog.contains(document.activeElement)).toBe(true);
  expect(await axeFaults(dialog)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await settle();
  expect(document.querySelectorAll('dialog')).toHaveLength(0);
  expect(document.activeElement).toBe(named('打开'));
});

test('Toast is announced, undoes once, and is then gone', async () => {
  let undone = 0;
  function Bench() {
    const { toast, show: say, dismiss } = useToast();
    return (
      <>
        <Button onClick={() => say({ text: '已移除', undo: () => (undone += 1) })}>移除</Button>
        <Toast toast={toast} onDismiss={dismiss} />
      </>
    );
  }
  show(<Bench />);
  expect(one('[role=status]').textContent).toBe('');
  await click(named('移除'));
  expect(one('[role=status]').textContent).toContain('已移除');
  await click(named('撤销'));
  expect(undone).toBe(1);
  expect(one('[role=status]').textContent).toBe('');
});
