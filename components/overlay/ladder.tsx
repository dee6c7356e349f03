import type { Inspection } from '../../lib/inspection/inspection';
import { isExact } from '../../lib/listing/exact-price';
import type { Price } from '../../lib/listing/price';
import { priceText, yuanText } from '../../lib/listing/price-text';
import { rungSentence } from '../ui/ladder-text';
import { useWords } from '../ui/words';
import './ladder.css';
import { ladderScale, type LadderSpan } from './ladder-scale';
import { priceStanding } from './share-text';

/** The operator's price lines on one axis, with the public price, and the account's for 会员价. */
export function Ladder({ inspection }: { inspection: Inspection }) {
  const words = useWords();
  const { path, rungs } = inspection.price;
  const hasMember = rungs.some(({ against }) => against === 'account');
  const account = hasMember && !same(path.final, path.public) ? path.final : null;
  const scale = ladderScale(rungs, path.public, account);
  if (scale === null) return null;
  const bad = priceStanding(inspection, words)?.bad === true;
  const label = words.overlay.price.ladderLabel(
    rungs.map((rung) => rungSentence(rung, words)).join(words.common.listSeparator),
  );
  return (
    <div class="ladder" role="img" aria-label={label}>
      <div class="ladder-axis" style={{ height: `${34 + scale.rows * 16}px` }}>
        {scale.marks.map(({ rung, lineFen, at, row }) => (
          <span
            key={rung}
            class="ladder-tick"
            style={{ left: `${at}%`, height: `${14 + row * 15}px` }}
          >
            <span class={edgeClass(at)}>
              {`${words.overlay.price.rungShort[rung]} ¥${yuanText(lineFen)}`}
            </span>
          </span>
        ))}
        {scale.account !== null && <Here span={scale.account} kind="account" price={account} />}
        {scale.public !== null && (
          <Here span={scale.public} kind={bad ? 'bad' : 'public'} price={path.public} />
        )}
      </div>
    </div>
  );
}

function same(a: Price | null, b: Price | null): boolean {
  return a?.minFen === b?.minFen && a?.maxFen === b?.maxFen;
}

function edgeClass(at: number): string {
  return at < 14
    ? 'ladder-label ladder-start'
    : at > 86
      ? 'ladder-label ladder-end'
      : 'ladder-label';
}

function Here(props: {
  span: LadderSpan;
  kind: 'public' | 'bad' | 'account';
  price: Price | null;
}) {
  const { span, kind, price } = props;
  const words = useWords();
  if (price === null) return null;
  return (
    <>
      {!isExact(price) && (
        <span
          class={`ladder-span ladder-${kind} ${span.open ? 'ladder-open' : ''}`}
          style={{ left: `${span.from}%`, width: `${span.to - span.from}%` }}
        />
      )}
      <span class={`ladder-here ladder-${kind}`} style={{ left: `${span.from}%` }}>
        {kind !== 'account' && (
          <span class={edgeClass(span.from)}>{priceText(price, words.common.fromPrice)}</span>
        )}
      </span>
    </>
  );
}
