import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord, recordKey } from '../../../lib/benchmark/record';
import { failureOf } from '../../../lib/db/outcome';
import { canonicalJson } from '../../../lib/listing/canonical-json';
import { DEFAULT_SETTINGS, settingsFrom } from '../../../lib/settings';
import { aBenchmark } from './examples';

describe('the canonical text', () => {
  it('is the same whatever order the members have, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: undefined, c: [null] })).toBe('{"b":1,"c":[null]}');
  });
});

describe('a record', () => {
  it('parses under its own key only', () => {
    const benchmark = aBenchmark('b1');
    expect(parseRecord(recordKey.benchmark('b1'), benchmark)).toEqual(benchmark);
    expect(parseRecord(recordKey.benchmark('b2'), benchmark)).toBeNull();
    expect(parseRecord('note/b1', benchmark)).toBeNull();
    for (const key of ['', 'benchmark', '__proto__/b1', 'constructor/b1', '/b1']) {
      expect(parseRecord(key, benchmark)).toBeNull();
    }
  });
});

describe('stored settings', () => {
  it('keep every field that parses, and have the default for each that does not', () => {
    const stored = { theme: 'dark', language: 7, offHosts: 'all', later: true };
    expect(settingsFrom(stored)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    for (const nonsense of [undefined, null, 'x', 7, []]) {
      expect(settingsFrom(nonsense)).toEqual(DEFAULT_SETTINGS);
    }
  });
});

describe('an error of a store', () => {
  it('is a full disk wherever the browser hides that', () => {
    const quota = new DOMException('x', 'QuotaExceededError');
    const wrapped = Object.assign(new Error('aborted'), { name: 'AbortError', inner: quota });
    expect(failureOf(wrapped)).toBe('full');
    expect(failureOf(new Error('QUOTA_BYTES quota exceeded'))).toBe('full');
    expect(failureOf(new Error('IO error: FILE_ERROR_NO_SPACE'))).toBe('full');
    expect(failureOf(new Error('something else'))).toBe('internal');
    expect(failureOf('text')).toBe('internal');
  });
});
