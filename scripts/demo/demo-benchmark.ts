import type { Benchmark } from '../../lib/benchmark/benchmark.ts';
import type { Keyword, KeywordClass } from '../../lib/benchmark/keyword.ts';

// The demo's benchmark: an invented product line with figures of the order that operators see.

const SOURCE = '生意参谋 搜索排行';

function keyword(
  word: string,
  people: number | [number, number],
  kind: KeywordClass,
  more: Partial<Keyword> = {},
): Keyword {
  const [min, max] = typeof people === 'number' ? [people, people] : people;
  return {
    word,
    metrics: [{ source: SOURCE, kind: '搜索人气', period: '7d', min, max }],
    class: kind,
    mustHave: false,
    synonyms: [],
    atomic: false,
    ...more,
  };
}

export const DEMO_KEYWORDS: Keyword[] = [
  keyword('防晒衣', 98_320, 'core', { mustHave: true }),
  keyword('防晒服', 61_204, 'core'),
  keyword('皮肤衣', 40_118, 'core'),
  keyword('防晒衣女', 37_866, 'core', { mustHave: true }),
  keyword('防晒外套', 21_540, 'core'),
  keyword('冰丝防晒衣', 18_902, 'core'),
  keyword('防晒衫', 12_077, 'core'),
  keyword('空调衫', 7410, 'core'),
  keyword('夏季', 30_664, 'modifier'),
  keyword('2026新款', 24_310, 'modifier'),
  keyword('防紫外线', 22_487, 'modifier', { mustHave: true }),
  keyword('透气', 19_225, 'modifier'),
  keyword('冰丝', 17_630, 'modifier'),
  keyword('薄款', 14_902, 'modifier', { synonyms: ['轻薄', '超薄'] }),
  keyword('连帽', 9120, 'modifier'),
  keyword('UPF50+', 8210, 'modifier', { atomic: true, mustHave: true }),
  keyword('凉感', 6040, 'modifier'),
  keyword('宽松', 5806, 'modifier'),
  keyword('速干', 4930, 'modifier'),
  keyword('户外', 4522, 'modifier'),
  keyword('骑行', 3960, 'modifier'),
  keyword('大码', 3311, 'modifier'),
  keyword('长袖', 3024, 'modifier'),
  keyword('显瘦', 2105, 'modifier'),
  keyword('屿澄', 1840, 'brand', { atomic: true }),
  keyword('防晒衣女夏季薄款', [6000, 12_000], 'longtail'),
  keyword('防晒衣女2026新款', [6000, 12_000], 'longtail'),
  keyword('冰丝防晒衣女透气', [2400, 6000], 'longtail'),
  keyword('户外防晒衣女', [2400, 6000], 'longtail'),
  keyword('连帽防晒衣女', [1200, 2400], 'longtail'),
  keyword('骑行防晒衣', [1200, 2400], 'longtail'),
  keyword('大帽檐防晒衣', [1200, 2400], 'longtail'),
  keyword('防晒衣可拆卸帽', [600, 1200], 'longtail'),
  keyword('开车防晒衣女', [600, 1200], 'longtail'),
  keyword('防晒衣大码胖mm', [600, 1200], 'longtail'),
  keyword('轻薄透气防晒外套', [600, 1200], 'longtail'),
];

const point = {
  match: 'any' as const,
  synonyms: [],
  places: [],
  mustHave: false,
  manual: false,
};

export const DEMO_BENCHMARK: Benchmark = {
  id: 'demo-sun-jacket',
  name: '防晒衣·女',
  role: 'main',
  pinnedListingIds: [],
  shopIds: ['100000101'],
  categoryWords: ['防晒衣', '防晒服', '皮肤衣'],
  sellingPoints: [
    { ...point, id: 'upf', name: 'UPF50+ 防晒', phrases: ['UPF50+'], mustHave: true },
    { ...point, id: 'cool', name: '凉感面料', phrases: ['凉感'], synonyms: ['冰丝', '冰感'] },
    { ...point, id: 'airy', name: '轻薄透气', phrases: ['轻薄', '透气'], match: 'all' },
    {
      ...point,
      id: 'washable',
      name: '水洗 30 次仍防晒',
      phrases: ['水洗三十次', '水洗30次'],
      places: ['detail', 'attributes'],
      mustHave: true,
    },
    { ...point, id: 'brim', name: '帽檐 12cm', phrases: ['帽檐 12cm', '帽檐12cm'] },
    {
      ...point,
      id: 'hood',
      name: '帽子可拆卸',
      phrases: ['可拆卸连帽', '帽子可拆卸'],
      places: ['attributes', 'detail'],
    },
    { ...point, id: 'report', name: '检测报告', phrases: ['检测报告'], places: ['attributes'] },
    { ...point, id: 'picture', name: '主图有户外场景', phrases: ['户外场景'], manual: true },
  ],
  ladder: { dailyFen: 16_900, promoFen: 13_900, memberFen: 13_200, floorFen: 11_900 },
  scoreThresholds: [
    { name: '宝贝质量', min: 4.7 },
    { name: '物流速度', min: 4.7 },
    { name: '服务保障', min: 4.6 },
  ],
  titleLimitUnits: 60,
  nearWindow: 6,
};
