import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DATA_DEPTH, readBalanced } from '../../../lib/sites/balanced-json';
import { findRes, fromScript } from '../../../lib/sites/page-data';

const container = fc.oneof(
  fc.array(fc.jsonValue(), { maxLength: 5 }),
  fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 }),
);

describe('readBalanced', () => {
  test('takes the one value that begins there, whatever stands around it', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(
        texts,
        container,
        texts,
        fc.constantFrom(0, 2),
        (before, value, after, indent) => {
          const json = JSON.stringify(value, null, indent);
          const read = readBalanced(before + json + after, before.length);
          expect(read).toEqual({ value: JSON.parse(json), end: before.length + json.length });
        },
      ),
    );
  }, 30_000);

  test('a value that is cut off is absent, wherever it is cut', () => {
    fc.assert(
      fc.property(container, fc.nat(), (value, at) => {
        const json = JSON.stringify(value);
        expect(readBalanced(json.slice(0, at % json.length), 0)).toBeNull();
      }),
    );
  });

  test('braces and quotes within strings do not count', () => {
    const text = String.raw`{"title":"a}]{[\"\\","b":1};rest`;
    expect(readBalanced(text, 0)?.value).toEqual({ title: 'a}]{["\\', b: 1 });
  });

  test.each(['', 'x{}', '"{}"', '}', '{]', '{"a":}', '{a:1}'])(
    'no JSON at the start: %j',
    (text) => {
      expect(readBalanced(text, 0)).toBeNull();
    },
  );

  test('deeper than the bound is absent', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(readBalanced(nested(MAX_DATA_DEPTH), 0)).not.toBeNull();
    expect(readBalanced(nested(MAX_DATA_DEPTH + 1), 0)).toBeNull();
  });
});

describe('findRes', () => {
  test('by what it holds, not by the route’s name', () => {
    const res = { skuBase: {}, item: { itemId: 123456789 } };
    const found = findRes({ loaderData: { other: { data: { res, ssrItemId: '987654321' } } } });
    expect(found).toEqual({ res, ids: ['123456789', '987654321'] });
  });

  test('item beside componentsVO is one too; either alone is none', () => {
    expect(findRes({ a: { item: {}, componentsVO: {} } })).not.toBeNull();
    expect(findRes({ a: { item: {} }, b: { componentsVO: {} }, c: { skuBase: null } })).toBeNull();
  });

  test('the outermost wins over one that is nested deeper', () => {
    const outer = { skuBase: { deep: { skuBase: {} } } };
    expect(findRes([[{ skuBase: { inner: true } }], outer])?.res).toBe(outer);
  });

  test('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => findRes(value)).not.toThrow();
      }),
    );
  });
});

describe('fromScript', () => {
  const json = '{"res":{"skuBase":{},"item":{"itemId":"123456"}}}';
  test.each([
    `!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${json};for (var k in a) {}})();`,
    `window.__ICE_APP_CONTEXT__ = ${json};`,
    `var empty = {};var b=${json}`,
  ])('%s', (text) => {
    expect(fromScript(text)?.ids).toEqual(['123456']);
  });
});
