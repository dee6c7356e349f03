import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { BenchmarkBasics } from '../../../components/options/benchmark-basics';
import { draftOf } from '../../../components/options/benchmark-draft';
import { BenchmarkEditor } from '../../../components/options/benchmark-editor';
import { Workbench } from '../../../components/options/workbench';
import { sampleCoverage } from '../../fixtures/sample-coverage';
import { SAMPLE_TITLE } from '../../fixtures/sample-snapshot';
import { faults, mount } from './mount';

const none = () => {};
type EditorProps = Parameters<typeof BenchmarkEditor>[0];
function editor(over: Partial<EditorProps> = {}): EditorProps {
  const draft = draftOf({ ...emptyBenchmark, name: '防晒衣·女' });
  return {
    name: '防晒衣·女',
    section: 'basics',
    counts: { keywords: 50_000, points: 8 },
    changed: true,
    saving: false,
    saved: false,
    failure: null,
    problems: [],
    keywordProblems: 0,
    readOnly: false,
    onSection: vi.fn(),
    onSave: vi.fn(),
    onDiscard: vi.fn(),
    onDelete: vi.fn(),
    onKeepMine: vi.fn(),
    onTakeTheirs: vi.fn(),
    children: <BenchmarkBasics draft={draft} problems={[]} readOnly={false} onChange={none} />,
    aside: (
      <Workbench
        title="防晒衣"
        coverage={sampleCoverage(SAMPLE_TITLE)}
        failure={null}
        unsaved
        onTitle={none}
      />
    ),
    ...over,
  };
}
const emptyBenchmark = {
  id: 'b',
  name: '新',
  role: null,
  pinnedListingIds: [],
  shopIds: [],
  categoryWords: [],
  sellingPoints: [],
  ladder: { dailyFen: null, promoFen: null, memberFen: null, floorFen: null },
  scoreThresholds: [],
  titleLimitUnits: 60,
  nearWindow: 4,
};

test.each(['light', 'dark'] as const)('axe finds nothing in the editor, %s', async (theme) => {
  const { root } = await mount(<BenchmarkEditor {...editor()} />, { theme, room: 'benchmarks' });
  expect(await faults(root)).toEqual([]);
});

test('Ctrl+S saves what is changed, and only then', async () => {
  const props = editor();
  const { again } = await mount(<BenchmarkEditor {...props} />);
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(props.onSave).toHaveBeenCalledTimes(1);
  await again(<BenchmarkEditor {...props} changed={false} />);
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(props.onSave).toHaveBeenCalledTimes(1);
});

test('a conflict is explained and loses nothing', async () => {
  const props = editor({ failure: 'conflict' });
  const { root } = await mount(<BenchmarkEditor {...props} />);
  await expect.element(page.getByText('这个基准刚在别处改过')).toBeVisible();
  await page.getByRole('button', { name: '保存我的这份' }).click();
  expect(props.onKeepMine).toHaveBeenCalledTimes(1);
  await page.getByRole('button', { name: '用别处的那份' }).click();
  expect(props.onTakeTheirs).toHaveBeenCalledTimes(1);
  expect(await faults(root)).toEqual([]);
});

test.each(['full', 'blocked', 'read-only', 'internal'] as const)(
  'a save that failed (%s) says what is still safe',
  async (failure) => {
    const { root } = await mount(<BenchmarkEditor {...editor({ failure })} />);
    const notice = root.querySelector('.notice-fault')?.textContent ?? '';
    expect(notice).toMatch(/数据/);
    expect(root.querySelector('.room-summary')?.textContent).toBe('有未保存的修改');
  },
);
