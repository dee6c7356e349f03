import type { ComponentChildren } from 'preact';
import type { PricePath, PricedStep } from '../../lib/analysis/price-result';
import type { Price } from '../../lib/listing/price';
import { priceText, yuanText } from '../../lib/listing/price-text';
import { useWords } from '../ui/words';

/** From 一口价 to 公开到手价 and 本账号到手价: in one line, and opened, step by step with kinds. */
export function PricePathView({ path }: { path: PricePath }) {
  const words = useWords();
  const text = words.overlay.price;
  const { priceRoles, fromPrice } = words.common;
  const roles = (['list', 'before', 'public', 'final'] as const).filter(
    (role) => path[role] !== null,
  );
  if (roles.length === 0) return null;
  const toBefore = path.steps.filter(({ stage }) => stage === 'to-before');
  const toFinal = path.steps.filter(({ stage }) => stage === 'to-final');
  const shared = toFinal.filter(({ kind }) => kind === 'public' || kind === 'public-coupon');
  const own = toFinal.filter(({ kind }) => kind !== 'public' && kind !== 'public-coupon');
  return (
    <details class="price-path">
      <summary>
        <span class="visually-hidden">{text.path}</span>
        {roles.map((role, at) => (
          <span key={role} class={role === 'public' ? 'price-public' : ''}>
            {at > 0 && <i aria-hidden="true">{role === 'final' ? '· ' : '→ '}</i>}
            {text.roleShort[role]} {path[role] === null ? '' : priceText(path[role], fromPrice)}
          </span>
        ))}
      </summary>
      <dl>
        <Role name={priceRoles.list} price={path.list} />
        <Steps steps={toBefore} />
        <Role name={priceRoles.before} price={path.before} />
        <Steps steps={shared} />
        <Role name={priceRoles.public} price={path.public} strong>
          {path.needsCoupon && <small class="price-coupon">{words.common.needsCoupon}</small>}
        </Role>
        <Steps steps={own} />
        <Role name={priceRoles.final} price={path.final} />
      </dl>
      {path.closes === true && <p>{text.closes}</p>}
    </details>
  );
}

function Role(props: {
  name: string;
  price: Price | null;
  strong?: boolean;
  children?: ComponentChildren;
}) {
  const words = useWords();
  return (
    <div class={props.strong === true ? 'price-role price-role-strong' : 'price-role'}>
      <dt>
        {props.name} {props.children}
      </dt>
      <dd>
        {props.price === null ? (
          <span class="price-unread">{words.common.states.unreadable}</span>
        ) : (
          priceText(props.price, words.common.fromPrice)
        )}
      </dd>
    </div>
  );
}

function Steps({ steps }: { steps: readonly PricedStep[] }) {
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
          </dt>
          <dd>{text.minus(`¥${yuanText(step.amountFen)}`)}</dd>
        </div>
      ))}
    </>
  );
}
