import type { TabAnswer } from '../../lib/messaging/tab-answer';
import { priceText } from '../../lib/listing/price-text';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { useWords } from '../ui/words';
import { priceStanding } from './share-text';
import './rail.css';

/** The folded dock: 40 px with the three facts in short; the whole of it is one button. */
export function Rail(props: { answer: TabAnswer | null; onUnfold: () => void }) {
  const { answer, onUnfold } = props;
  const words = useWords();
  const text = words.overlay;
  return (
    <button
      type="button"
      class="rail"
      data-natural
      aria-label={`${text.rail.label}${words.common.colon}${text.head.unfold}`}
      title={text.head.unfold}
      onClick={onUnfold}
    >
      <Mark size={18} />
      {answer?.state === 'inspected' ? (
        <RailFacts answer={answer} />
      ) : (
        <RailState answer={answer} />
      )}
      <Icon name="chevron-left" size={14} />
    </button>
  );
}

function RailFacts({ answer }: { answer: Extract<TabAnswer, { state: 'inspected' }> }) {
  const words = useWords();
  const { rail } = words.overlay;
  const { coverage, checklist, price } = answer.inspection;
  const publicPrice = price.path.public;
  const isBad = priceStanding(answer.inspection, words)?.bad === true;
  return (
    <>
      <RailFact
        name={rail.words}
        lead={coverage === null || coverage.total === 0 ? null : String(coverage.covered)}
        rest={coverage === null ? '' : `/${coverage.total}`}
      />
      <RailFact
        name={rail.points}
        lead={checklist === null || checklist.total === 0 ? null : String(checklist.passed)}
        rest={checklist === null ? '' : `/${checklist.total}`}
      />
      <RailFact
        name={rail.price}
        lead={publicPrice === null ? null : shortPrice(priceText(publicPrice, ''))}
        rest=""
        bad={isBad}
      />
    </>
  );
}

/** The price without its sign and cents as far as it fits 40 px; the dock has it in full. */
function shortPrice(text: string): string {
  return text.replaceAll('¥', '').replaceAll(' ', '').replace('~', '~\u200b');
}

function RailFact(props: { name: string; lead: string | null; rest: string; bad?: boolean }) {
  const words = useWords();
  return (
    <span class="rail-fact">
      <small>{props.name}</small>
      {props.lead === null ? (
        <b>{words.common.none}</b>
      ) : (
        <>
          <b class={props.bad === true ? 'rail-bad' : ''}>{props.lead}</b>
          {props.rest !== '' && <i>{props.rest}</i>}
        </>
      )}
    </span>
  );
}

function RailState(props: { answer: TabAnswer | null }) {
  const icon = props.answer === null || props.answer.state === 'not-ready' ? 'more' : 'warn';
  return (
    <span class="rail-fact">
      <Icon name={icon} />
    </span>
  );
}
