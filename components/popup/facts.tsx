import type { Inspection } from '../../lib/inspection/inspection';
import { Notice } from '../ui/notice';
import { useWords } from '../ui/words';
import { keywordFact, pointFact, priceFact, type Fact } from './fact-texts';
import './facts.css';

/** The three facts of the first glance. */
export function Facts(props: { inspection: Inspection }) {
  const { inspection } = props;
  const words = useWords();
  const { noPublic } = inspection.price.path;
  return (
    <>
      <dl class="facts" aria-label={words.popup.facts.label}>
        <FactCell fact={keywordFact(inspection, words)} />
        <FactCell fact={pointFact(inspection, words)} />
        <FactCell fact={priceFact(inspection, words)} />
      </dl>
      {noPublic !== null && (
        <div class="facts-why">
          <Notice kind="remark">{words.common.noPublic[noPublic]}</Notice>
        </div>
      )}
    </>
  );
}

function FactCell(props: { fact: Fact }) {
  const { name, value, of, remarks, tone } = props.fact;
  const words = useWords();
  return (
    <div class={tone === 'bad' ? 'fact fact-bad' : 'fact'}>
      <dt>{name}</dt>
      <dd>
        <strong>{value ?? words.common.none}</strong>
        {of !== null && <span class="fact-of">/{of}</span>}
        {remarks.map((remark, at) => (
          <span key={remark} class={at === 0 ? 'fact-remark fact-remark-first' : 'fact-remark'}>
            {remark}
          </span>
        ))}
      </dd>
    </div>
  );
}
