import { expect, onTestFinished, test, vi } from 'vitest';
import { ImportRoom } from '../../../components/options/import-room';
import type { ImportGate, ImportState } from '../../../components/options/import-state';
import { guardDrops, takeEarlyFiles } from '../../../entrypoints/options/early-drop';
import { useDroppedFiles } from '../../../entrypoints/options/use-dropped-files';
import { faults, mount } from './mount';

const nothing = () => {};

/** The room with its hook, as the page wires them. */
function Room(props: { gate: ImportGate; open: (file: File) => void; now?: ImportState }) {
  const { said, take } = useDroppedFiles(props.gate, props.open);
  return (
    <ImportRoom
      benchmarks={[{ id: 'b1', name: '防晒衣' }]}
      benchmarkId={props.gate === 'no-benchmark' ? null : 'b1'}
      gate={props.gate}
      said={said}
      now={props.now ?? { state: 'idle' }}
      choices={[]}
      roles={[]}
      log={[]}
      onBenchmark={nothing}
      onFiles={take}
      onPaste={nothing}
      onRole={nothing}
      onMapping={nothing}
      onImport={nothing}
      onCancel={nothing}
      onUndo={nothing}
    />
  );
}

const file = (name: string) => new File(['a'], name);

/** Drops files on an element as a person does; true where the page kept the browser from opening them. */
function drop(at: EventTarget, ...files: File[]): boolean {
  const dataTransfer = new DataTransfer();
  for (const each of files) dataTransfer.items.add(each);
  const init = { dataTransfer, bubbles: true, cancelable: true };
  at.dispatchEvent(new DragEvent('dragover', init));
  return !at.dispatchEvent(new DragEvent('drop', init));
}

function opener() {
  const opened: string[] = [];
  return { opened, open: (one: File) => void opened.push(one.name) };
}

test('a file that is dropped while the bank is on its way is read as soon as that is there', async () => {
  const { opened, open } = opener();
  const { root, again } = await mount(<Room gate="loading" open={open} />, { room: 'import' });
  expect(drop(root.querySelector('.drop')!, file('近7天.xlsx'))).toBe(true);
  await vi.waitFor(() =>
    expect(root.querySelector('[role=status]')?.textContent).toContain('已收到「近7天.xlsx」'),
  );
  expect(opened).toEqual([]);
  await again(<Room gate="ready" open={open} />);
  await vi.waitFor(() => expect(opened).toEqual(['近7天.xlsx']));
  expect(root.textContent).not.toContain('已收到');
  await again(<Room gate="loading" open={open} />);
  await again(<Room gate="ready" open={open} />);
  expect(opened).toEqual(['近7天.xlsx']);
});

test.each<[ImportGate, string]>([
  ['read-only', '现在只能查看，不能导入'],
  ['unreadable', '这个基准的关键词现在读不出来'],
  ['no-benchmark', '先建一个基准'],
  ['unsaved', '这个基准的关键词有未保存的修改'],
  ['importing', '上一张表正在导入'],
])('while it is %s, a file is refused in a sentence', async (gate, sentence) => {
  const { opened, open } = opener();
  const { root } = await mount(<Room gate={gate} open={open} />, { room: 'import' });
  expect(drop(root, file('近7天.xlsx'))).toBe(true);
  await vi.waitFor(() => {
    const told = [...root.querySelectorAll('[role=alert]')].map((one) => one.textContent);
    expect(told.join()).toContain(`没有读取「近7天.xlsx」。 ${sentence}`);
  });
  expect(opened).toEqual([]);
  expect(await faults(root)).toEqual([]);
});

test('a file is taken anywhere on the page, also in place of the one that is being read', async () => {
  const { opened, open } = opener();
  const { root, again } = await mount(<Room gate="ready" open={open} />, { room: 'import' });
  drop(root.querySelector('nav')!, file('a.csv'));
  await vi.waitFor(() => expect(opened).toEqual(['a.csv']));
  await again(<Room gate="ready" open={open} now={{ state: 'reading', share: 0.5 }} />);
  drop(root.querySelector('.drop')!, file('b.csv'));
  await vi.waitFor(() => expect(opened).toEqual(['a.csv', 'b.csv']));
});

test('of several files the first is read, and the others are named as left', async () => {
  const { opened, open } = opener();
  const { root } = await mount(<Room gate="ready" open={open} />);
  drop(root.querySelector('.drop')!, file('a.csv'), file('b.csv'), file('c.csv'));
  await vi.waitFor(() => expect(root.textContent).toContain('另外 2 个没有读'));
  expect(opened).toEqual(['a.csv']);
});

test('what is held over the page marks the place for files', async () => {
  const { root } = await mount(<Room gate="ready" open={nothing} />);
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file('a.csv'));
  const init = { dataTransfer, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new DragEvent('dragover', init));
  await vi.waitFor(() => expect(root.querySelector('.drop-over')).not.toBeNull());
  document.body.dispatchEvent(new DragEvent('dragleave', init));
  await vi.waitFor(() => expect(root.querySelector('.drop-over')).toBeNull());
});

test('before the room is drawn a file is kept for it; no other room loses the page to one', async () => {
  onTestFinished(() => {
    location.hash = '';
  });
  // The room of the test before goes a moment after it was taken away.
  await vi.waitFor(() => expect(drop(document.body, file('a.csv'))).toBe(false));
  guardDrops();
  location.hash = '#/watch';
  expect(drop(document.body, file('a.csv'))).toBe(true);
  expect(takeEarlyFiles()).toBeNull();
  location.hash = '#/import/b1';
  expect(drop(document.body, file('b.csv'))).toBe(true);
  const { opened, open } = opener();
  await mount(<Room gate="ready" open={open} />);
  await vi.waitFor(() => expect(opened).toEqual(['b.csv']));
  expect(takeEarlyFiles()).toBeNull();
});
