import { afterEach, expect, test } from 'vitest';
import { CHECK_PAUSE_MS, TitleCheck } from '../../../components/popup/title-check';
import type { TitleCoverage } from '../../../lib/analysis/coverage-result';
import { fail, ok, type Result } from '../../../lib/messaging/result';
import { sampleCoverage } from '../../fixtures/sample-coverage';
import { SAMPLE_TITLE } from '../../fixtures/sample-snapshot';
import { axeFaults, hide, one, settle, show, type } from '../ui/show';

afterEach(hide);

const BENCHMARKS = [
  { id: 'a', name: '防晒衣·女' },
  { id: 'b', name: '冲锋衣·男' },
];
type Asked = { title: string; benchmarkId: string; answer: (r: Result<TitleCoverage>) => void };

function bench(benchmarks = BENCHMARKS, first: string | null = null) {
  const asked: Asked[] = [];
  const check = (title: string, benchmarkId: string) =>
    new Promise<Result<TitleCoverage>>((answer) => {
      asked.push({ title, benchmarkId, answer });
    });
  show(<TitleCheck benchmarks={benchmarks} first={first} check={check} focus={false} />);
  return asked;
}
const area = () => one<HTMLTextAreaElement>('.title-check textarea');
const pause = () => settle(CHECK_PAUSE_MS);
const result = () => document.querySelector('.check-result')?.textContent ?? null;

test('a title is asked about once typing rests, and its coverage and length are said', async () => {
  const asked = bench();
  await type(area(), '溪禾');
  await type(area(), SAMPLE_TITLE);
  await pause();
  expect(asked.map(({ title, benchmarkId }) => [title, benchmarkId])).toEqual([
    [SAMPLE_TITLE, 'a'],
  ]);
  asked[0]?.answer(ok(sampleCoverage(SAMPLE_TITLE)));
  await settle();
  // 26 汉字 of 2 units and 4 digits of 1.
  expect(one('.check-result-length').textContent).toBe('56/60 半角位 · 30 字');
  expect(one('.check-result-coverage').textContent).toBe('标题关键词 12/18加权 88%');
  expect(one('.check-result-tiers').textContent).toBe('匹配程度连续 8相邻 2分散 2部分 1缺失 5');
  expect(one('.check-result-missing').textContent).toBe(
    '缺词UPF50+8,210凉感6,040大码3,311宽松2,890连帽2,100',
  );
  expect(result()).toContain('必备词缺失：UPF50+');
  expect(result()).toContain('「衣」重复 2 次');
  expect(await axeFaults(one('.title-check'))).toEqual([]);
});

test('an answer to an older text never stands under a newer one', async () => {
  const asked = bench();
  await type(area(), '一');
  await pause();
  await type(area(), '二');
  asked[0]?.answer(ok(sampleCoverage(SAMPLE_TITLE)));
  await settle();
  expect(result()).toBeNull();
  await pause();
  expect(asked[1]?.title).toBe('二');
});

test('while a newer text is asked about, the older result is not shown under it', async () => {
  const asked = bench();
  await type(area(), '一');
  await pause();
  asked[0]?.answer(ok(sampleCoverage(SAMPLE_TITLE)));
  await settle();
  expect(result()).not.toBeNull();
  await type(area(), '二');
  expect(one('.title-check-answer').getAttribute('aria-busy')).toBe('true');
  expect(getComputedStyle(one('.check-result')).visibility).toBe('hidden');
});

test('another benchmark asks again; line breaks of a paste are none of the title', async () => {
  const asked = bench(BENCHMARKS, 'b');
  await type(area(), '防晒\r\n衣');
  await pause();
  expect(asked.map(({ title, benchmarkId }) => [title, benchmarkId])).toEqual([['防晒 衣', 'b']]);
  const select = one<HTMLSelectElement>('.title-check select');
  select.value = 'a';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await pause();
  expect(asked[1]?.benchmarkId).toBe('a');
});

test('over the limit is said in units, not by colour alone', async () => {
  const asked = bench();
  await type(area(), SAMPLE_TITLE);
  await pause();
  const coverage = sampleCoverage(SAMPLE_TITLE);
  asked[0]?.answer(ok({ ...coverage, length: { units: 63, characters: 32, limitUnits: 60 } }));
  await settle();
  expect(one('.check-result-over').textContent).toBe('超出 3 位');
});

test('a failure says what is safe; an empty text asks nothing; without benchmarks it says so', async () => {
  const asked = bench();
  await type(area(), '   ');
  await pause();
  expect(asked).toEqual([]);
  await type(area(), '防晒衣');
  await pause();
  asked[0]?.answer(fail('internal'));
  await settle();
  expect(one('[role=alert] .notice-text').textContent).toContain('标尺内部出错');
  expect(area().value).toBe('防晒衣');
  bench([]);
  expect(document.body.textContent).toContain('还没有基准');
});
