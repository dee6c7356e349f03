import type { Change } from './change-result';
import type { Visit } from './changes';
import { seriesOf } from './price-note';
import type { PricedStep } from './price-result';

/**
 * Deductions of the shown price that came, went or have another amount, of one series and with both
 * ledgers read. Those of the account alone (礼金, 淘金币, 88VIP) are left out: they come and go without
 * the shop doing anything, and the account's price tells them already.
 */
export function changedLedger(previous: Visit, current: Visit): Change[] {
  const series = seriesOf(current.snapshot, current.path);
  if (series === null || seriesOf(previous.snapshot, previous.path) !== series) return [];
  if (previous.path.closes !== true || current.path.closes !== true) return [];
  const [had, has] = [stepsOf(previous.path.steps), stepsOf(current.path.steps)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key): Change[] => {
    const [old, now] = [had.get(key), has.get(key)];
    const told = now ?? old;
    const [before, after] = [old?.amountFen ?? null, now?.amountFen ?? null];
    if (told === undefined || (before ?? 0) === (after ?? 0)) return [];
    const { code, stage, label } = told;
    return [{ kind: 'ledger', series, code, stage, label, before, after }];
  });
}

type Sum = Pick<PricedStep, 'code' | 'stage'> & { label: string; amountFen: number };

/** The deductions by code and stage; two of one code are one sum. */
function stepsOf(steps: readonly PricedStep[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { code, stage, kind, label, name, amountFen } of steps) {
    if (kind === 'account') continue;
    const key = `${stage} ${code}`;
    const known = sums.get(key);
    sums.set(key, {
      code,
      stage,
      label: known?.label ?? label ?? name,
      amountFen: amountFen + (known?.amountFen ?? 0),
    });
  }
  return sums;
}
