import type { Inspection } from '../../lib/inspection/inspection';
import { priceText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import { nearestRung, rungSentence } from '../ui/ladder-text';

/**
 * One of the three facts. `value` null is "—" or 读不到, and then a remark says why; `of` stands small
 * behind the value; `tone` is 'bad' where the operator should look.
 */
export type Fact = {
  name: string;
  value: string | null;
  of: string | null;
  remarks: string[];
  tone: 'plain' | 'bad';
};

/** Why a benchmark's part is not there: no benchmark chosen, else what the benchmark lacks. */
function whyNoBenchmarkPart(inspection: Inspection, lacking: string, words: Catalog): string {
  return inspection.choice.state === 'chosen' ? lacking : words.popup.facts.noBenchmark;
}

/** Title keywords n/m with the weighted share; a range of shares stays a range. */
export function keywordFact(inspection: Inspection, words: Catalog): Fact {
  const { facts } = words.popup;
  const { coverage, snapshot } = inspection;
  const fact: Fact = { name: facts.keywords, value: null, of: null, remarks: [], tone: 'plain' };
  if (coverage === null || coverage.total === 0) {
    const lacking = snapshot.title.value === null ? facts.noTitle : facts.noKeywords;
    return { ...fact, remarks: [whyNoBenchmarkPart(inspection, lacking, words)] };
  }
  const share = coverage.weightedShare;
  return {
    ...fact,
    value: String(coverage.covered),
    of: String(coverage.total),
    remarks: share === null ? [] : [facts.weighted(shareRange(share))],
  };
}

/** "71%", "64 ~ 71%"; whole percents, and never 100% or 0% where it is not quite. */
export function shareRange(share: { min: number; max: number }): string {
  const low = wholePercent(share.min);
  const high = wholePercent(share.max);
  return low === high ? `${low}%` : `${low} ~ ${high}%`;
}

function wholePercent(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** Selling points made, of those that apply, with what needs a look. */
export function pointFact(inspection: Inspection, words: Catalog): Fact {
  const { facts } = words.popup;
  const { checklist } = inspection;
  const fact: Fact = { name: facts.points, value: null, of: null, remarks: [], tone: 'plain' };
  if (checklist === null || checklist.points.length === 0) {
    return { ...fact, remarks: [whyNoBenchmarkPart(inspection, facts.noPoints, words)] };
  }
  const { manual, unreadable } = checklist.counts;
  return {
    ...fact,
    value: String(checklist.passed),
    of: String(checklist.total),
    remarks: [
      ...(manual > 0 ? [facts.manual(manual)] : []),
      ...(unreadable > 0 ? [facts.unread(unreadable)] : []),
    ],
  };
}

/** The public price against the nearest rung, with the account's price beside it. */
export function priceFact(inspection: Inspection, words: Catalog): Fact {
  const { path, rungs } = inspection.price;
  const { common } = words;
  const account =
    path.final === null ? [] : [common.thisAccount(priceText(path.final, common.fromPrice))];
  const fact: Fact = {
    name: common.priceRoles.public,
    value: null,
    of: null,
    remarks: [],
    tone: 'plain',
  };
  if (path.public === null) {
    const why = common.noPublicShort[path.noPublic ?? 'no-prices'];
    return { ...fact, value: common.states.unreadable, remarks: [why, ...account] };
  }
  const rung = nearestRung(rungs);
  const toLadder =
    rung === null
      ? whyNoBenchmarkPart(inspection, words.popup.facts.noLadder, words)
      : rungSentence(rung, words);
  return {
    ...fact,
    value: priceText(path.public, common.fromPrice),
    remarks: [toLadder, ...account, ...(path.needsCoupon ? [common.needsCoupon] : [])],
    tone: rung !== null && isBad(inspection, rung.rung, rung.position) ? 'bad' : 'plain',
  };
}

// A competitor below one of my lines undercuts me; my own price below my promo line is my doing,
// below the floor it is a fault.
function isBad(inspection: Inspection, rung: string, position: string | null): boolean {
  return position === 'below' && (!inspection.mine || rung === 'floor');
}
