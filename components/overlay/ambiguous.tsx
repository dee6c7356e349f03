import { useState } from 'preact/hooks';
import type { Inspection } from '../../lib/inspection/inspection';
import type { FieldName } from '../../lib/listing/snapshot';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/notice';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';
import './ambiguous.css';
import { candidateText } from './candidate-text';

/** Fields on which the page disagrees with itself: both candidates, and the operator picks. */
export function Ambiguous(props: { inspection: Inspection; pick: DockActions['pick'] }) {
  const { inspection, pick } = props;
  const words = useWords();
  const text = words.overlay.ambiguous;
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const fields = inspection.snapshot.missing
    .filter(({ why }) => why === 'ambiguous')
    .map(({ field }) => field)
    .filter((field) => inspection.snapshot[field].candidates.length > 0);
  if (fields.length === 0) return null;
  const choose = async (field: FieldName, index: number) => {
    const result = await pick(field, index);
    setFailed(result.ok ? null : result.failure.code);
  };
  return (
    <section class="ambiguous">
      <h2>{text.heading(fields.length)}</h2>
      {fields.map((field) => (
        <div
          key={field}
          class="ambiguous-field"
          role="group"
          aria-label={text.pick(words.common.fields[field])}
        >
          <span>{text.pick(words.common.fields[field])}</span>
          {inspection.snapshot[field].candidates.map(({ value, from }, index) => (
            <Button key={index} hint={from.path} onClick={() => void choose(field, index)}>
              <bdi>{candidateText(field, value, words)}</bdi>
              <small>{words.common.provenance[from.source]}</small>
            </Button>
          ))}
        </div>
      ))}
      {failed !== null && <FailureNotice code={failed} />}
    </section>
  );
}
