import type { Inspection } from '../../lib/inspection/inspection';
import { priceText } from '../../lib/listing/price-text';
import { nearestRung, rungSentence } from '../ui/ladder-text';
import { useWords } from '../ui/words';
import { changedTexts } from './changed-texts';
import { Ladder } from './ladder';
import { PriceHistory } from './price-history';
import { PricePathView } from './price-path';
import './price-section.css';
import { Section } from './section';
import { Scores } from './scores';
import { SkuTableView } from './sku-table';

/** The price note: where it stands, how it is made, what it was before, how the shop scores. */
export function PriceSection(props: {
  inspection: Inspection;
  nowMs: number;
  onSetLadder: () => void;
}) {
  const { inspection, nowMs, onSetLadder } = props;
  const words = useWords();
  const text = words.overlay.price;
  const { price, snapshot, choice, news } = inspection;
  const { path } = price;
  const sku = snapshot.chosenSku.value;
  const name =
    path.skuId === null || sku === null || sku.names.length === 0
      ? text.pageLevel
      : text.sku(sku.names.join('/'));
  const member = price.rungs.find(({ against }) => against === 'account');
  const rung = nearestRung(price.rungs);
  return (
    <Section
      name={text.heading}
      changed={changedTexts(news, 'price', words)}
      from={`${name} · ${words.common.accounts[path.account]}`}
    >
      {path.noPublic !== null && <p class="price-why">{words.common.noPublic[path.noPublic]}</p>}
      {snapshot.gated && path.noPublic !== 'gated' && <p class="price-why">{text.gated}</p>}
      <Ladder inspection={inspection} />
      {rung !== null && <p class="price-standing">{rungSentence(rung, words)}</p>}
      {member !== undefined && member.position !== null && path.final !== null && (
        <p class="price-standing">
          {words.common.thisAccount(priceText(path.final, words.common.fromPrice)) +
            words.common.colon +
            rungSentence(member, words)}
        </p>
      )}
      {choice.state === 'chosen' && price.rungs.length === 0 && (
        <p>
          {words.common.ladderMissing}{' '}
          <button type="button" class="dock-link" onClick={onSetLadder}>
            {text.setLadder}
          </button>
        </p>
      )}
      <PricePathView path={path} news={news} />
      <SkuTableView table={inspection.skus} news={news} />
      <PriceHistory price={price} nowMs={nowMs} />
      <Scores scores={price.scores} news={news} />
    </Section>
  );
}
