import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intlGaps, intlGapSplitter, splitRow } from '../../../lib/analysis/segmenter/gaps';

const engine = new Intl.Segmenter('zh', { granularity: 'word' });
const unit = fc.constantFrom(...Array.from('元宝直充雅诗兰黛かさハ글자蓝牙耳机连衣裙\u{20bb7}😀'));

describe('the engine’s dictionary', () => {
  it('gives the pieces that its iterator gives, asked anew or kept', () => {
    const [anew, kept] = [intlGaps(), intlGapSplitter()];
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const starts = Array.from(engine.segment(text), ({ index }) => index);
        expect(anew(text)).toEqual(starts);
        expect([kept(text), kept(text)]).toEqual([starts, starts]);
      }),
    );
  });
});

describe('a row of single characters', () => {
  it('gives way to the splitter’s pieces, and the words before it stay', () => {
    const words = [
      { from: 0, to: 2 },
      ...[2, 3, 4, 5].map((from) => {
        return { from, to: from + 1 };
      }),
    ];
    const asked: string[] = [];
    splitRow('耳机雅诗兰黛裤', words, 4, (gap) => {
      asked.push(gap);
      return [0, 3];
    });
    expect(asked).toEqual(['雅诗兰黛']);
    expect(words).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 5 },
      { from: 5, to: 6 },
    ]);
  });
});
