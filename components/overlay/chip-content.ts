import { nearestRung, rungSentence } from '../ui/ladder-text';
import { whenText } from '../ui/when-text';
import type { Inspection } from '../../lib/inspection/inspection';
import { priceText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import type { TabAnswer } from '../../lib/messaging/tab-answer';

/** What a chip says: one thing in front, the rest behind it, cut where the page has no room. */
export type ChipContent = {
  lead: string;
  rest: string[];
  tone: 'plain' | 'bad' | 'stopped';
};

/** How many missing words a chip names. */
const NAMED = 2;

/** The content of a chip, null where it has nothing to say and stays away. */
export function chipContent(
  which: 'title' | 'price',
  answer: TabAnswer,
  words: Catalog,
  nowMs: number,
): ChipContent | null {
  if (answer.state === 'blocked') {
    if (which === 'price') return null;
    return { lead: words.overlay.chip.stopped, rest: [], tone: 'stopped' };
  }
  if (answer.state !== 'inspected') return null;
  return which === 'title'
    ? titleChip(answer.inspection, words)
    : priceChip(answer.inspection, words, nowMs);
}

function titleChip(inspection: Inspection, words: Catalog): ChipContent | null {
  const { coverage } = inspection;
  if (coverage === null || coverage.total === 0) return null;
  const { chip } = words.overlay;
  const figure = words.common.counts.ofTotal(coverage.covered, coverage.total);
  const missing = coverage.counts.missing;
  const named = coverage.missing
    .slice(0, NAMED)
    .map((match) => words.common.quote(match.word))
    .join('');
  const lacks =
    missing === 0
      ? chip.noneMissing
      : missing > NAMED
        ? chip.lacks(named, missing)
        : chip.lacksAll(named);
  return { lead: chip.keywords(figure), rest: [lacks], tone: 'plain' };
}

function priceChip(inspection: Inspection, words: Catalog, nowMs: number): ChipContent | null {
  const { price } = inspection;
  if (price.path.public === null) return null;
  const { chip } = words.overlay;
  const rung = nearestRung(price.rungs);
  const lowest = price.extents.find((extent) => extent.days === 90)?.lowest ?? null;
  const rest: string[] = [];
  if (lowest !== null) rest.push(chip.lowest(90, priceText(lowest.price, words.common.fromPrice)));
  if (price.last !== null) {
    const { atMs, price: last } = price.last;
    rest.push(chip.last(whenText(atMs, nowMs, words), priceText(last, words.common.fromPrice)));
  }
  const lead =
    rung === null
      ? `${words.common.priceRoles.public} ${priceText(price.path.public, words.common.fromPrice)}`
      : rungSentence(rung, words);
  if (rung === null && rest.length === 0) return null;
  return { lead, rest, tone: rung?.position === 'below' ? 'bad' : 'plain' };
}
