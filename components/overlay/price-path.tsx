import type { ComponentChildren } from 'preact';
import type { PricePath, PricedStep } from '../../lib/analysis/price-result';
import type { NewsItem } from '../../lib/messaging/change-news';
import { isExact } from '../../lib/listing/exact-price';
import type { Price } from '../../lib/listing/price';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import { useWords } from '../ui/words';
import { Was } from './was';

/**
 * From 一口价 to 公开到手价 and 本账号到手价: in one line, and opened, step by step with kinds. Where the
 * sum does not close it says so, and the page's number is called what it is and no final price.
 */
export function PricePathView(props: { path: PricePath; news?: readonly NewsItem[] }) {
  const { path, news = [] } = props;
  const words = useWords();
  const text = words.overlay.price;
  const { priceRoles, fromPrice, noPublicShort } = words.common;
  const isGated = path.noPublic === 'gated';
  // What a gated page draws as list or before price is as little to be believed as the rest.
  const roles = (['list', 'before', 'public', 'final', 'shown'] as const).filter(
    (role) => path[role] !== null && (!isGated || role === 'shown'),
  );
  if (roles.length === 0) return null;
  const toBefore = path.steps.filter(({ stage }) => stage === 'to-before');
  const toFinal = path.steps.filter(({ stage }) => stage === 'to-final');
  const shared = toFinal.filter(({ kind }) => kind === 'public' || kind === 'public-coupon');
  const own = toFinal.filter(({ kind }) => kind !== 'public' && kind !== 'public-coupon');
  const why =
    path.noPublic === null ? words.common.states.unreadable : noPublicShort[path.noPublic];
  return (
    <details class="price-path" open={path.closes !== null && path.shown !== null}>
      <summary>
        <span class="visually-hidden">{text.path}</span>
        {roles.map((role, at) => (
          <span key={role} class={`price-of-${role}`}>
            {at > 0 && (
              <i aria-hidden="true">{role === 'final' || role === 'shown' ? '· ' : '→ '}</i>
            )}
            {`${text.roleShort[role]} ${path[role] === null ? '' : priceText(path[role], fromPrice)}`}
          </span>
        ))}
      </summary>
      <dl>
        {!isGated && (
          <>
            <Role name={priceRoles.list} price={path.list} was={wasPrice(news, 'list')} />
            <Steps steps={toBefore} news={news} />
            <Role name={priceRoles.before} price={path.before} />
            <Steps steps={shared} news={news} />
          </>
        )}
        <Role
          name={priceRoles.public}
          price={path.public}
          blank={why}
          was={wasPrice(news, 'public')}
          strong
        >
          {path.needsCoupon && <small class="price-coupon">{words.common.needsCoupon}</small>}
        </Role>
        {!isGated && <Steps steps={own} news={news} />}
        {path.shown === null ? (
          <Role name={priceRoles.final} price={path.final} was={wasPrice(news, 'final')} />
        ) : (
          <Role name={text.shown} price={path.shown}>
            <small class="price-doubt">{text.notFinal}</small>
          </Role>
        )}
      </dl>
      {path.closes === true && path.shown === null && <p>{text.closes}</p>}
      {path.closes !== null && path.shown !== null && (
        <p class="price-open">{gapText(path, words)}</p>
      )}
    </details>
  );
}

/** By how much the steps miss the page's own prices, where both ends of the sum are there. */
function gapText({ list, before, shown, final, steps }: PricePath, words: Catalog): string {
  const text = words.overlay.price;
  const off = (stage: PricedStep['stage']) =>
    steps.reduce((sum, step) => (step.stage === stage ? sum + step.amountFen : sum), 0);
  const end = shown ?? final;
  const gap = (from: Price | null, to: Price | null, stage: PricedStep['stage']) =>
    from === null || to === null || !isExact(from) || !isExact(to)
      ? null
      : from.minFen - off(stage) - to.minFen;
  const gaps = [gap(list, before, 'to-before'), gap(before, end, 'to-final')];
  const missing = gaps.reduce<number>((sum, each) => sum + Math.abs(each ?? 0), 0);
  return gaps.includes(null) || missing === 0 ? text.opens : text.opensBy(`¥${yuanText(missing)}`);
}

/** What a price was at the last visit, where this one found it changed. */
function wasPrice(news: readonly NewsItem[], which: 'list' | 'public' | 'final'): Price | null {
  const change = news.find((item) => item.change.kind === 'price' && item.change.which === which);
  return change?.change.kind === 'price' ? change.change.before : null;
}

function Role(props: {
  name: string;
  price: Price | null;
  strong?: boolean;
  /** What stands in place of a price that is not there. */
  blank?: string;
  /** What it was at the last visit, where it changed. */
  was?: Price | null;
  children?: ComponentChildren;
}) {
  const words = useWords();
  return (
    <div class={props.strong === true ? 'price-role price-role-strong' : 'price-role'}>
      <dt>
        {props.name} {props.children}
        <Was text={props.was ? priceText(props.was, words.common.fromPrice) : null} />
      </dt>
      <dd>
        {props.price === null ? (
          <span class="price-unread">{props.blank ?? words.common.states.unreadable}</span>
        ) : (
          priceText(props.price, words.common.fromPrice)
        )}
      </dd>
    </div>
  );
}

function Steps(props: { steps: readonly PricedStep[]; news: readonly NewsItem[] }) {
  const { steps, news } = props;
  const words = useWords();
  const text = words.overlay.price;
  return (
    <>
      {steps.map((step, at) => (
        <div key={at} class={`price-step price-step-${step.kind}`}>
          <dt>
            <bdi>{step.label ?? step.name}</bdi>
            <small>
              {[
                words.common.ledgerKinds[step.kind],
                ...(step.thresholdFen === null
                  ? []
                  : [words.common.threshold(`¥${yuanText(step.thresholdFen)}`)]),
                ...(step.confidence === 'C' ? [text.lowConfidence] : []),
              ].join(' · ')}
            </small>
            <Was text={wasStep(step, news, words)} />
          </dt>
          <dd>{text.minus(`¥${yuanText(step.amountFen)}`)}</dd>
        </div>
      ))}
    </>
  );
}

/** What a deduction was at the last visit; 新 where it was not there; null where it did not change. */
function wasStep(step: PricedStep, news: readonly NewsItem[], words: Catalog): string | null {
  for (const { change } of news)
    if (change.kind === 'ledger' && change.code === step.code && change.stage === step.stage)
      return change.before === null
        ? words.common.changes.noValue
        : words.overlay.price.minus(`¥${yuanText(change.before)}`);
  return null;
}
