import { describe, expect, test } from 'vitest';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { ledgered, path } from './ledgered';
import { ledgerOf, yuan } from './snapshot';

describe('each code of the ledger closes on a page of its own', () => {
  test.each(LEDGER_CODES.map(({ code, kind, stage }) => [code, stage, kind] as const))(
    '%s, %s: %s',
    (code, stage, kind) => {
      const [toBefore, toFinal] =
        stage === 'to-before' ? [[`${code}:10`], []] : [[], [`${code}:10`]];
      const before = stage === 'to-before' ? 159 : 169;
      const answer = ledgered([169, before, 159], toBefore, toFinal);
      expect(answer).toMatchObject({ closes: true, noPublic: null, final: yuan(159), shown: null });
      expect(answer.public).toEqual(yuan(kind === 'account' ? 169 : 159));
      expect(answer.needsCoupon).toBe(kind === 'public-coupon');
      expect(answer.steps).toMatchObject([{ code, kind, amountFen: 1000 }]);
    },
  );
});

describe('where the sum does not close no number is called final', () => {
  const promo = { beforePrice: yuan(159), finalPrice: yuan(129) };
  test.each([
    ['the second stage', ledgered([169, 159, 129], ['41:10'], ['20:29.99'])],
    ['the first stage', ledgered([169, 159, 129], ['41:9'], ['20:30'])],
    ['another ledger', path({ ...promo, ledger: ledgerOf([169, 149, 119], ['41:20'], ['20:30']) })],
    ['own kinds that do not close', ledgered([1999, 1799, 129], ['24:200:百亿补贴'], ['20:1'])],
    ['an unknown code that does not close', ledgered([169, 159, 129], ['41:10'], ['77:29'])],
  ])('%s', (_, answer) => {
    expect(answer).toMatchObject({ public: null, final: null, shown: yuan(129) });
  });
  test('an unknown code in a sum that closes leaves the account’s price', () => {
    const answer = ledgered([169, 159, 129], ['41:10'], ['77:30']);
    expect(answer).toMatchObject({ public: null, final: yuan(129), shown: null });
  });
  test('a gated page, and one whose readers disagree', () => {
    const gated = path({ beforePrice: yuan(9999) }, { gated: true });
    expect(gated).toMatchObject({ final: null, shown: yuan(9999) });
    const two = path({ beforePrice: yuan(159) }, { missing: { finalPrice: 'ambiguous' } });
    expect(two).toMatchObject({ final: null, shown: null });
  });
});
