import { useState } from 'preact/hooks';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { useWords } from '../ui/words';

type Props = {
  /** Null: the file does not say, and nothing was chosen yet. */
  period: string | null;
  /** True where each row has a day of its own. */
  byRow: boolean;
  onPeriod: (period: string | null) => void;
};

const RANGE = 'range';
const UNKNOWN = 'ask';

/** Which time the figures are of: as the file says, one of the usual ones, or dates. */
export function ImportPeriod({ period, byRow, onPeriod }: Props) {
  const { imports: own } = useWords().options;
  const [dates, setDates] = useState<{ from: string; to: string } | null>(null);
  if (byRow) return <p class="import-by-row">{own.periodByRow}</p>;
  const known = Object.entries(own.periods).map(([value, label]) => ({ value, label }));
  const isOther = period !== null && !known.some((choice) => choice.value === period);
  const set = (next: { from: string; to: string }) => {
    setDates(next);
    const isWhole = next.from !== '' && next.to !== '' && next.from <= next.to;
    onPeriod(!isWhole ? null : next.from === next.to ? next.from : `${next.from}~${next.to}`);
  };
  return (
    <>
      <Select
        label={own.period}
        {...(period === null ? { hint: own.periodHint } : {})}
        value={dates !== null ? RANGE : (period ?? UNKNOWN)}
        options={[
          ...(period === null && dates === null
            ? [{ value: UNKNOWN, label: own.periodAsk, disabled: true }]
            : []),
          ...(isOther && dates === null ? [{ value: period, label: period }] : []),
          ...known,
          { value: RANGE, label: own.periodRange },
        ]}
        onChange={(value) => {
          if (value === RANGE) set({ from: '', to: '' });
          else {
            setDates(null);
            onPeriod(value);
          }
        }}
      />
      {dates !== null && (
        <>
          <DateField
            label={own.from}
            value={dates.from}
            onDate={(from) => set({ ...dates, from })}
          />
          <DateField label={own.to} value={dates.to} onDate={(to) => set({ ...dates, to })} />
        </>
      )}
    </>
  );
}

function DateField(props: { label: string; value: string; onDate: (date: string) => void }) {
  return (
    <Field label={props.label}>
      {(control) => (
        <input
          type="date"
          class="field-input"
          {...control}
          value={props.value}
          onInput={(event) => props.onDate(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
