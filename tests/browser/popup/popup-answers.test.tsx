import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  ambiguousInspection,
  askInspection,
  fromPriceInspection,
  gatedInspection,
  hostileInspection,
  mineInspection,
  noBenchmarkInspection,
  noneFitsInspection,
  sampleInspection,
} from '../../fixtures/sample-inspection';
import { samplePriceNote } from '../../fixtures/sample-price';
import { SAMPLE_TITLE, sampleSnapshot } from '../../fixtures/sample-snapshot';
import { hide, one, settle, show, wordsOf } from '../ui/show';
import { answered, inspected, samplePopup } from './sample-popup';

beforeEach(() => page.viewport(400, 640));
afterEach(hide);

const facts = () =>
  [...document.querySelectorAll('.fact')].map((fact) =>
    [...fact.querySelectorAll('dt, strong, .fact-of, .fact-remark')].map(
      (part) => part.textContent,
    ),
  );
const text = () => document.body.textContent ?? '';

describe('a competitor', () => {
  test('says which listing it is, when it was read and how much of it', () => {
    show(samplePopup(inspected(sampleInspection())));
    expect(one('h1').textContent).toBe(SAMPLE_TITLE);
    expect(one('.page-head-source').textContent).toBe('竞品溪禾户外旗舰店天猫14:32 读取 20/21 项');
    expect(one('.page-head-source time').getAttribute('title')).toBe('2026-11-22 14:32');
    expect(one('.page-head-missing li').textContent).toBe(
      '卖家等级 还没加载：向下滚动页面，等它出现后会自动重读。',
    );
    expect(one('.page-head-missing summary').textContent).toBe('1 项读不到');
  });

  test('tells what the page does not have from what could not be read', () => {
    show(samplePopup(inspected(fromPriceInspection())));
    expect(one('.page-head-source time').textContent).toBe('14:32 读取 18/19 项');
    expect(one('.page-head-missing summary').textContent).toBe('1 项读不到 · 2 项页面没有');
  });

  test('gives the three facts, the account beside the public price', () => {
    show(samplePopup(inspected(sampleInspection())));
    expect(facts()).toEqual([
      ['标题关键词', '12', '/18', '加权 88%'],
      ['卖点', '5', '/9', '1 需人工', '1 读不到'],
      ['公开到手价', '¥129', '低于你的活动价 ¥10（−7.2%）', '本账号 ¥126'],
    ]);
    expect(document.querySelectorAll('.fact-bad')).toHaveLength(1);
  });

  test('tells what changed since the last visit, old to new', () => {
    show(samplePopup(inspected(sampleInspection())));
    const lines = [...document.querySelectorAll('.change-line')].map((line) => line.textContent);
    expect(text()).toContain('自上次（6 天前）以来');
    expect(lines).toEqual([
      '公开到手价¥139 → 变为 ¥129降 ¥10（−7.2%）',
      '标题新增 +冰丝去掉 −透明',
      '新增优惠满299减30',
    ]);
  });

  test('a public price that needs a coupon says so', () => {
    const note = samplePriceNote();
    show(
      samplePopup(
        inspected(
          sampleInspection({ price: { ...note, path: { ...note.path, needsCoupon: true } } }),
        ),
      ),
    );
    expect(facts()[2]).toContain('需领券');
  });

  test('an empty comparison is told from none', () => {
    const changes = { listingId: 'taobao:782345678901', atMs: 2, sinceMs: 1, changes: [] };
    show(samplePopup(inspected(sampleInspection({ changes }))));
    // A field was not read: it may have changed all the same.
    expect(text()).toContain('读到的部分没有变化');
    const snapshot = sampleSnapshot({ missing: [{ field: 'sellerLevel', why: 'absent' }] });
    show(samplePopup(inspected(sampleInspection({ changes, snapshot }))));
    expect(text()).toContain('以来没有变化');
    show(samplePopup(inspected(sampleInspection({ changes: null }))));
    expect(text()).not.toContain('没有变化');
    expect(text()).toContain('上次看到：6 天前，公开到手价 ¥139');
  });
});

test('on my listing it speaks of gaps, and my own promo price is no fault', () => {
  show(samplePopup(inspected(mineInspection())));
  expect(text()).toContain('缺口');
  expect([...document.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual([
    'UPF50+8,210',
    '凉感6,040',
    '大码3,311',
    '宽松2,890',
    '另 1 词',
  ]);
  expect([...document.querySelectorAll('.gap-point')].map((point) => point.textContent)).toEqual([
    '缺失 可水洗 30 次',
    '部分 凉感面料',
  ]);
  expect(document.querySelectorAll('.fact-bad')).toHaveLength(0);
});

describe('without a number there is a reason, never a zero', () => {
  test.each([
    ['gated', gatedInspection(), ['读不到', '需登录查看'], '需登录查看）。登录后'],
    ['ambiguous', ambiguousInspection(), ['读不到', '几处不一致'], '几处价格对不上'],
  ])('%s price', (_, inspection, expected, sentence) => {
    show(samplePopup(inspected(inspection)));
    expect(facts()[2]?.slice(1)).toEqual(expected);
    expect(text()).toContain(sentence);
    expect(text()).not.toContain('¥0');
  });

  test('a 起 price keeps its 起 and is not ranked against a line that it may straddle', () => {
    show(samplePopup(inspected(fromPriceInspection())));
    expect(facts()[2]).toEqual(['公开到手价', '¥129 起', '区间价，和你的日常价比不出高低']);
  });

  test.each([
    ['none fits', noneFitsInspection(), '没有合适的基准'],
    ['none yet', noBenchmarkInspection(), '还没有基准'],
    ['ask', askInspection(), '几个基准都合适，用哪个？'],
  ])('benchmark: %s', (_, inspection, title) => {
    show(samplePopup(inspected(inspection)));
    expect(facts().slice(0, 2)).toEqual([
      ['标题关键词', '—', '未选基准'],
      ['卖点', '—', '未选基准'],
    ]);
    expect(text()).toContain(title);
    expect(text()).not.toMatch(/\d\/18/);
  });

  test('a benchmark without keywords or points says which is lacking', () => {
    show(samplePopup(inspected(sampleInspection({ coverage: null, checklist: null }))));
    expect(facts().slice(0, 2)).toEqual([
      ['标题关键词', '—', '没有关键词'],
      ['卖点', '—', '没有卖点'],
    ]);
  });
});

test('what a hostile page says is text, and stays in its line', async () => {
  show(samplePopup(inspected(hostileInspection())));
  await settle();
  expect(
    document.querySelectorAll('.popup img, .popup script, .popup i, .popup svg[onload]'),
  ).toHaveLength(0);
  expect(one('h1').textContent).toMatch(/^<img src=x onerror=/);
  expect(getComputedStyle(one('h1')).unicodeBidi).toBe('isolate');
  expect(one('h1').getBoundingClientRect().height).toBeLessThan(70);
  expect(one<HTMLTextAreaElement>('.note-editor textarea').value).toContain('<script>');
});

describe('a page without an answer says why and what to do', () => {
  const zh = wordsOf('zh-CN').popup.pages;
  test.each([
    ['unsupported', answered({ state: 'unsupported' }), zh.unsupported.title],
    ['not listing', answered({ state: 'not-listing' }), zh.notListing.title],
    ['not ready', answered({ state: 'not-ready' }), zh.notReady.title],
    ['login', answered({ state: 'blocked', why: 'login' }), zh.blocked.login.title],
    ['slider', answered({ state: 'blocked', why: 'slider' }), zh.blocked.slider.title],
    ['punish', answered({ state: 'blocked', why: 'punish' }), zh.blocked.punish.title],
    ['off shelf', answered({ state: 'off-shelf' }), zh.offShelf.title],
    ['reload', answered({ state: 'reload' }), zh.reload.title],
    ['off here', answered({ state: 'off-here', host: 'detail.tmall.com' }), '你在天猫上关掉了标尺'],
    ['another host', answered({ state: 'off-here', host: 'toString' }), '你在toString上关掉了标尺'],
  ] as const)('%s', (_, state, title) => {
    show(samplePopup(state));
    expect(one('.empty-state h2').textContent).toBe(title);
    expect(document.querySelectorAll('.fact')).toHaveLength(0);
    expect(document.querySelectorAll('.title-check textarea')).toHaveLength(1);
  });

  test('a changed page names what it lacks, also a field that no catalog knows', () => {
    show(samplePopup(answered({ state: 'changed', missing: ['title', 'constructor'] })));
    expect(text()).toContain('没找到：标题、constructor');
  });
});

describe('stores that take nothing', () => {
  test.each(['full', 'blocked', 'read-only', 'broken'] as const)('%s', (code) => {
    show(samplePopup(inspected(sampleInspection()), { storage: code }));
    const { what, safe, next } = wordsOf('zh-CN').common.failures[code];
    expect(one('[role=alert] .notice-text').textContent).toBe(`${what} ${safe} ${next}`);
    expect(facts()).toHaveLength(3);
  });

  test('a visit that was not stored is said, and the figures stand', () => {
    show(samplePopup(inspected(sampleInspection(), 'full')));
    expect(one('.notice-fault').textContent).toContain('这次读取没有存下：磁盘已满。');
    expect(facts()[2]?.[1]).toBe('¥129');
  });
});
