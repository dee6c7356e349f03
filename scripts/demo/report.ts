import type { Inspection } from '../../lib/inspection/inspection.ts';
import { priceText, yuanText } from '../../lib/listing/price-text.ts';
import type { Price } from '../../lib/listing/price.ts';
import type { TabAnswer } from '../../lib/messaging/tab-answer.ts';

const UNREAD = '读不到';

const price = (value: Price | null): string => (value === null ? UNREAD : priceText(value, '起'));

function priceLines({ path, rungs }: Inspection['price']): string[] {
  const steps = path.steps.map((step) => {
    const name = step.label ?? step.name;
    return `             ${step.stage === 'to-before' ? '一口价→优惠前' : '优惠前→到手价'}  −¥${yuanText(step.amountFen)}  ${name}  (${step.kind})`;
  });
  const closes = path.closes === null ? [] : [path.closes ? 'closes' : 'does not close'];
  const publicPrice = [price(path.public), ...(path.needsCoupon ? ['需领券'] : [])].join(' ');
  return [
    `  prices     一口价 ${price(path.list)} · 优惠前 ${price(path.before)} · 公开到手价 ${publicPrice} · 本账号到手价 ${price(path.final)}`,
    `  ledger     ${steps.length === 0 ? 'none on the page' : `${steps.length} steps, ${closes.join('')}`}`,
    ...steps,
    ...rungs.map(
      (rung) => `  ladder     ${rung.rung} ¥${yuanText(rung.lineFen)}: ${rung.position ?? UNREAD}`,
    ),
  ];
}

function inspectionLines(inspection: Inspection): string[] {
  const { snapshot, coverage, checklist, read } = inspection;
  const missing = snapshot.missing.map(({ field }) => field);
  return [
    `  title      ${snapshot.title.value ?? UNREAD}`,
    `  shop       ${snapshot.shopName.value ?? UNREAD}${inspection.mine ? ' (mine)' : ''}`,
    ...priceLines(inspection.price),
    coverage === null
      ? '  coverage   nothing to measure by'
      : `  coverage   ${coverage.covered}/${coverage.total} keywords, title ${coverage.length.units}/${coverage.length.limitUnits}`,
    checklist === null
      ? '  checklist  nothing to check by'
      : `  checklist  ${checklist.passed}/${checklist.total} selling points: ${checklist.points.map((point) => `${point.name} ${point.state}`).join(', ')}`,
    `  read       ${read.read}/${read.of} fields${missing.length === 0 ? '' : `; ${UNREAD}: ${missing.join(', ')}`}`,
  ];
}

/** What the extension read from a page and makes of it, in lines for the terminal. */
export function answerLines(address: string, answer: TabAnswer): string[] {
  return [
    address,
    ...(answer.state === 'inspected' ? inspectionLines(answer.inspection) : [`  ${answer.state}`]),
  ];
}
