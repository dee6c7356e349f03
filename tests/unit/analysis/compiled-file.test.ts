import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCompiled, unpackCompiled } from '../../../lib/analysis/compiled-file';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { titleCoverage } from '../../../lib/analysis/title-coverage';
import type { Keyword } from '../../../lib/benchmark/keyword';
import { keyword } from './keyword';
import { spelledOut } from './spelled-out';

const piece = fc.constantFrom(
  ...'防晒衣 女 男 冰丝 薄款 UPF50+ 500ml 连衣裙 Ｔ恤 a 30 😊 \ud83d ， 保温杯 儿童'.split(' '),
);
const word = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .chain((parts) => fc.constantFrom('', ' ').map((gap) => parts.join(gap)));
const figure = fc.integer({ min: 0, max: 90_000 });
const words: fc.Arbitrary<Keyword> = fc.record({
  word,
  metrics: fc.array(
    fc.record({ min: figure, more: figure }).map(({ min, more }) => {
      return { source: '生意参谋', kind: '搜索人气', period: '7d', min, max: min + more };
    }),
    { maxLength: 1 },
  ),
  class: fc.constantFrom(null, 'core', 'modifier', 'brand', 'longtail'),
  mustHave: fc.boolean(),
  synonyms: fc.array(word, { maxLength: 2 }),
  atomic: fc.boolean(),
});

describe('compiled keywords as bytes', () => {
  it('come back as they were compiled, wherever the block lies in its buffer', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.nat(9), word, (bank, shift, title) => {
        const compiled = compileKeywords(bank);
        const packed = packCompiled(compiled, 'k');
        const moved = new Uint8Array(packed.length + shift);
        moved.set(packed, shift);
        const loaded = unpackCompiled(moved.subarray(shift), 'k')!;
        expect(spelledOut(loaded)).toStrictEqual(spelledOut(compiled));
        const options = { nearWindow: 6, limitUnits: 60 };
        expect(titleCoverage(loaded, title, options)).toStrictEqual(
          titleCoverage(compiled, title, options),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are not given to who asks for other words, or another compiler', () => {
    const packed = packCompiled(compileKeywords([keyword('防晒衣女')]), 'of these');
    expect(unpackCompiled(packed, 'of those')).toBeNull();
    expect(unpackCompiled(packed, 'of these')).not.toBeNull();
  });

  it('are null where the block is cut off, longer, or none of ours', () => {
    const packed = packCompiled(
      compileKeywords([keyword('防晒衣女', { synonyms: ['皮肤衣'] })]),
      '',
    );
    fc.assert(
      fc.property(fc.nat(packed.length - 1), (length) => {
        expect(unpackCompiled(packed.slice(0, length), '')).toBeNull();
      }),
    );
    expect(unpackCompiled(new Uint8Array([...packed, 0, 0, 0, 0, 0, 0, 0, 0]), '')).toBeNull();
    expect(
      unpackCompiled(
        packed.map((byte, at) => (at === 0 ? byte ^ 1 : byte)),
        '',
      ),
    ).toBeNull();
    expect(unpackCompiled(new Uint8Array(64).fill(0x7b), '')).toBeNull();
  });
});
