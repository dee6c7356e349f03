import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { stagesOf, TO_BEFORE, TO_FINAL } from '../../../lib/sites/taobao/ledger-stages';
import { amountIn, ledgerTokens } from '../../../lib/sites/taobao/read-ledger';
import { umpRows } from '../../../lib/sites/taobao/ump';
import { ledgerMap } from '../../fixtures/pages/listing-data';

const token = fc.record({
  code: fc.stringMatching(/^[A-Za-z0-9]{1,16}$/),
  amountFen: fc.integer({ min: 0, max: 99_999_999_999 }),
});

test('the stages are those of the table of codes', () => {
  const of = (stage: string): string[] =>
    LEDGER_CODES.filter((one) => one.stage === stage).map((one) => one.code);
  expect([...TO_BEFORE].toSorted()).toEqual(of('to-before').toSorted());
  expect([...TO_FINAL].toSorted()).toEqual(of('to-final').toSorted());
});

describe('tokens', () => {
  test('every list is read back from its string', () => {
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 40 }), (tokens) => {
        const written = tokens.map(({ code, amountFen }) => `${code}_${amountFen}`).join('^');
        expect(ledgerTokens(written)).toEqual(tokens);
      }),
    );
  });

  test('no promotion is an empty list, anything else is none', () => {
    for (const empty of ['noProm', '', null]) expect(ledgerTokens(empty)).toEqual([]);
    for (const odd of ['20', '20_', '20_1.5', '20_-1', '_5', '20_1^', '1_2'.padEnd(500, '^1_2')])
      expect(ledgerTokens(odd)).toBeNull();
  });
});

describe('rows', () => {
  const key = fc.stringMatching(/^[1-9]\d{0,18}$/);
  const row = fc.tuple(fc.string(), fc.string(), fc.string(), fc.string());

  test('every map is read back, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.dictionary(key, row, { maxKeys: 6 }), (rows) => {
        const read = umpRows(ledgerMap(rows));
        expect([...(read?.keys() ?? [])].toSorted()).toEqual(Object.keys(rows).toSorted());
        for (const [name, [price3, price1, price2, utcDNow]] of Object.entries(rows))
          expect(read?.get(name)).toMatchObject({ price1, price2, price3, utcDNow });
      }),
    );
  });

  test('a map that is cut off is none, wherever it is cut', () => {
    const whole = ledgerMap({ 12: ['1', '2', '3', '4'], 34: ['1', '2', '3', '4'] });
    for (let at = 0; at < whole.length; at++) expect(umpRows(whole.slice(0, at))).toBeNull();
    expect(umpRows(whole)?.size).toBe(2);
    expect(umpRows('{}')?.size).toBe(0);
    expect(umpRows('{"7":{"price1":"1"}}')?.size).toBe(1);
    for (const odd of [null, '', '[]', '{,}', '{1:2}', '{1:{}2:{}}', '{a:{}}'])
      expect(umpRows(odd)).toBeNull();
  });
});

describe('stages', () => {
  const known = fc.constantFrom(...LEDGER_CODES);
  const amount = fc.integer({ min: 1, max: 100_000 });

  test('known codes have their own, whatever the sums', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(known, amount), { maxLength: 10 }), fc.nat(), (list, sum) => {
        const tokens = list.map(([{ code }, amountFen]) => ({ code, amountFen }));
        expect(stagesOf(tokens, sum)).toEqual(list.map(([{ stage }]) => stage));
      }),
    );
  });

  test('an unknown one stands where the ledger closes, if there is one such place only', () => {
    const tokens = [
      { code: '24', amountFen: 100 },
      { code: '91', amountFen: 30 },
      { code: '92', amountFen: 50 },
    ];
    expect(stagesOf(tokens, 150)).toEqual(['to-before', 'to-final', 'to-before']);
    expect(stagesOf(tokens, 999)).toEqual(['to-before', 'to-final', 'to-final']);
    expect(stagesOf(tokens, null)).toEqual(['to-before', 'to-final', 'to-final']);
    const alike = tokens.map((one) => ({ ...one, amountFen: 50 }));
    expect(stagesOf(alike, 100)).toEqual(['to-before', 'to-final', 'to-final']);
  });
});

describe('the amount that a line names', () => {
  test.each([
    ['官方立减12%省47元', 4700],
    ['店铺券满5000减200', 20_000],
    ['满2.01减2', 200],
    ['淘金币已抵0.57元', 57],
    ['平台礼金补贴1元', 100],
    ['红包减5元', 500],
    ['官方立减12%', null],
    ['满100减10，满200减30', null],
    ['0元入会，抢限量好券', null],
  ])('%s', (line, fen) => expect(amountIn(line)).toBe(fen));
});
