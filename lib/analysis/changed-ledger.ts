import type { Told } from './changed-facets';
import type { Visit } from './changes';
import { seriesOf } from './price-note';
import type { PricedStep } from './price-result';
import type { VisitBefore } from './visit-before';

/**
 * Deductions of the shown price that came, went or have another amount since the ledger of the same
 * series was read last. Those of the account alone (礼金, 淘金币, 88VIP) are left out: they come and go
 * without the shop doing anything, and the account's price tells them already.
 */
export function changedLedger({ ledgers }: VisitBefore, { snapshot, path }: Visit): Told[] {
  const series = seriesOf(snapshot, path);
  const was = ledgers.find((ledger) => ledger.series === series);
  if (series === null || was === undefined || path.closes !== true) return [];
  const [had, has] = [stepsOf(was.steps), stepsOf(path.steps)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key): Told[] => {
    const [old, now] = [had.get(key), has.get(key)];
    const step = now ?? old;
    const [before, after] = [old?.amountFen ?? null, now?.amountFen ?? null];
    if (step === undefined || (before ?? 0) === (after ?? 0)) return [];
    const { code, stage, label } = step;
    const change = { kind: 'ledger' as const, series, code, stage, label, before, after };
    return [{ change, sinceMs: was.atMs }];
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
