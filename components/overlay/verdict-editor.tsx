import { useState } from 'preact/hooks';
import type { PointCheck } from '../../lib/analysis/checklist-result';
import type { Verdict } from '../../lib/benchmark/watchlist';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/notice';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';

const STATES = ['pass', 'partial', 'missing', 'not-applicable'] as const;

/** Sets the state of one selling point by hand, with why; what was typed stays if it is not saved. */
export function VerdictEditor(props: {
  point: PointCheck;
  benchmarkId: string;
  listingId: string;
  run: DockActions['run'];
  nowMs: number;
}) {
  const { point, benchmarkId, listingId, run, nowMs } = props;
  const words = useWords();
  const text = words.overlay.checks;
  const [state, setState] = useState<Verdict['state']>(
    STATES.find((each) => each === point.state) ?? 'pass',
  );
  const [note, setNote] = useState(point.verdict?.note ?? '');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const send = async (command: Parameters<DockActions['run']>[0]) => {
    setBusy(true);
    const result = await run(command);
    setBusy(false);
    setFailed(result.ok ? null : result.failure.code);
  };
  const { pointId } = point;
  return (
    <div class="verdict" role="group" aria-label={text.setVerdict(point.name)}>
      <div class="verdict-fields">
        <Select
          label={text.verdictState}
          labelHidden
          compact
          value={state}
          options={STATES.map((value) => ({ value, label: words.common.states[value] }))}
          onChange={setState}
        />
        <TextField
          label={text.verdictNote}
          labelHidden
          placeholder={text.verdictNote}
          value={note}
          maxLength={500}
          onInput={setNote}
        />
      </div>
      <div class="verdict-buttons">
        <Button
          disabled={busy}
          onClick={() => {
            const verdict = { benchmarkId, pointId, listingId, state, note, atMs: nowMs };
            void send({ kind: 'set-verdict', verdict });
          }}
        >
          {text.verdict}
        </Button>
        {point.verdict !== null && (
          <Button
            disabled={busy}
            onClick={() => void send({ kind: 'clear-verdict', benchmarkId, pointId, listingId })}
          >
            {text.clearVerdict}
          </Button>
        )}
      </div>
      {failed !== null && <FailureNotice code={failed} />}
    </div>
  );
}
