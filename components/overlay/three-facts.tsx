import type { ComponentChildren } from 'preact';
import type { Inspection } from '../../lib/inspection/inspection';
import { priceText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import { useWords } from '../ui/words';
import { shareRange } from '../popup/fact-texts';
import { changedTexts } from './changed-texts';
import { priceStanding } from './share-text';
import './three-facts.css';

/** The first glance: coverage, checklist, public price. What is not known says why, never 0. */
export function ThreeFacts(props: { inspection: Inspection }) {
  const { inspection } = props;
  const words = useWords();
  const text = words.overlay.facts;
  return (
    <dl class="dock-facts" aria-label={text.label}>
      <CoverageFact inspection={inspection} />
      <ChecklistFact inspection={inspection} />
      <PriceFact inspection={inspection} />
    </dl>
  );
}

function Fact(props: { name: string; changed?: readonly string[]; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>
        {props.name}
        <ChangedDot texts={props.changed ?? []} />
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A dot on a fact whose ground changed since the last visit; what changed on hover. */
function ChangedDot({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <span class="fact-changed" title={texts.join('\n')}>
      <span class="visually-hidden">{texts.join('\n')}</span>
    </span>
  );
}

function Blank(props: { why: string }) {
  const words = useWords();
  return (
    <>
      <strong class="fact-blank">{words.common.none}</strong>
      <span class="fact-more">{props.why}</span>
    </>
  );
}

function CoverageFact({ inspection }: { inspection: Inspection }) {
  const words = useWords();
  const text = words.overlay.facts;
  const { coverage } = inspection;
  if (coverage === null)
    return (
      <Fact name={text.coverage}>
        <Blank why={whyNoCoverage(inspection, text)} />
      </Fact>
    );
  if (coverage.total === 0)
    return (
      <Fact name={text.coverage}>
        <Blank why={text.noKeywords} />
      </Fact>
    );
  const weighted = coverage.weightedShare === null ? null : shareRange(coverage.weightedShare);
  return (
    <Fact name={text.coverage} changed={changedTexts(inspection.news, 'title', words)}>
      <strong>{coverage.covered}</strong>
      <em>{`/${coverage.total}`}</em>
      {weighted !== null && <span class="fact-more">{text.weighted(weighted)}</span>}
    </Fact>
  );
}

function whyNoCoverage(
  inspection: Inspection,
  text: { noBenchmark: string; noTitle: string; noKeywords: string },
): string {
  if (inspection.choice.state !== 'chosen') return text.noBenchmark;
  return inspection.snapshot.title.value === null ? text.noTitle : text.noKeywords;
}

function ChecklistFact({ inspection }: { inspection: Inspection }) {
  const words = useWords();
  const text = words.overlay.facts;
  const { checklist } = inspection;
  if (checklist === null || checklist.total === 0) {
    const why = inspection.choice.state === 'chosen' ? text.noPoints : text.noBenchmark;
    return (
      <Fact name={text.checklist}>
        <Blank why={why} />
      </Fact>
    );
  }
  // One of the three that can't be decided here is named; the section below holds all of them.
  const open = (['manual', 'unreadable', 'partial'] as const).find(
    (state) => checklist.counts[state] > 0,
  );
  return (
    <Fact name={text.checklist} changed={changedTexts(inspection.news, 'checks', words)}>
      <strong>{checklist.passed}</strong>
      <em>{`/${checklist.total}`}</em>
      {open !== undefined && (
        <span class={`fact-more fact-${open}`}>
          {`${checklist.counts[open]} ${words.common.states[open]}`}
        </span>
      )}
    </Fact>
  );
}

function PriceFact({ inspection }: { inspection: Inspection }) {
  const words = useWords();
  const text = words.overlay.facts;
  const { path } = inspection.price;
  const changed = priceTexts(inspection, words);
  const shown =
    path.shown === null ? null : text.shown(priceText(path.shown, words.common.fromPrice));
  const account =
    path.final === null
      ? null
      : words.common.thisAccount(priceText(path.final, words.common.fromPrice));
  if (path.public === null) {
    return (
      <Fact name={text.price} changed={changed}>
        <strong
          class="fact-blank"
          title={path.noPublic === null ? undefined : words.common.noPublic[path.noPublic]}
        >
          {words.common.none}
        </strong>
        <span class="fact-more fact-unreadable">
          {words.common.noPublicShort[path.noPublic ?? 'no-prices']}
        </span>
        {account !== null && <span class="fact-more">{account}</span>}
        {shown !== null && <span class="fact-more">{shown}</span>}
      </Fact>
    );
  }
  const standing = priceStanding(inspection, words);
  const isLong = path.public.maxFen !== path.public.minFen;
  return (
    <Fact name={text.price} changed={changed}>
      <strong class={`${isLong ? 'fact-long' : ''} ${standing?.bad === true ? 'fact-bad' : ''}`}>
        {priceText(path.public, words.common.fromPrice)}
      </strong>{' '}
      {standing !== null && standing.share !== null && (
        <span class={standing.bad ? 'fact-side fact-bad' : 'fact-side'} title={standing.sentence}>
          {standing.share}
        </span>
      )}
      {account !== null && <span class="fact-more">{account}</span>}
    </Fact>
  );
}

/** How the price and its deductions moved; promotions and SKUs are told in the section below. */
function priceTexts({ news }: Inspection, words: Catalog): string[] {
  return changedTexts(
    news.filter(({ change }) => change.kind === 'price' || change.kind === 'ledger'),
    'price',
    words,
  );
}
