import { noSelection, type BankRows } from '../../../components/options/bank-rows';

/** The words of an invented bank: ranges, gaps, an older figure, and words that are hard to draw. */
const HARD = [
  '防晒衣女',
  '<img src=x onerror=alert(1)>\u202e反转',
  `很长的关键词${'长'.repeat(50)}`,
  '=HYPERLINK("x")',
];

/** So many words; the figures are of two kinds. */
export function sampleRows(size: number): BankRows {
  return {
    size,
    word: (at) => HARD[at] ?? `冰丝防晒衣${at}`,
    classOf: (at) => (at % 3 === 0 ? 'core' : at % 3 === 1 ? 'longtail' : null),
    mustHave: (at) => at % 5 === 0,
    figure: (kind, at) => {
      if (at % 7 === 6) return null;
      const atMs = at % 4 === 3 ? 1000 : 2000;
      return kind === '搜索人气'
        ? { min: at * 10, max: at % 2 === 0 ? at * 10 : at * 20, atMs }
        : { min: 0.05, max: 0.075, atMs };
    },
    kinds: [
      { kind: '搜索人气', share: false },
      { kind: '支付转化率', share: true },
    ],
    newestMs: 2000,
  };
}

/** All of them in their own order. */
export function sampleOrder(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, at) => at);
}

export { noSelection };
