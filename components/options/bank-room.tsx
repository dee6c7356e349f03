import type { ComponentChildren } from 'preact';
import type { Basis, KnownBasis } from '../../lib/analysis/bank/basis';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { useWords } from '../ui/words';
import './bank.css';
import { basisText, wordsText } from './bank-text';
import { hashOf } from './rooms';
import { RoomHead } from './shell';

/** The parts of the bank's room. */
export const BANK_VIEWS = ['words', 'roots', 'moves', 'gaps'] as const;
export type BankView = (typeof BANK_VIEWS)[number];

type Props = {
  benchmarks: readonly { id: string; name: string }[];
  benchmarkId: string | null;
  /** How many words there are, null until it is known. */
  size: number | null;
  state: 'reading' | 'open' | 'damaged' | 'failed';
  view: BankView;
  bases: readonly KnownBasis[];
  basis: Basis | null;
  onBenchmark: (id: string) => void;
  onView: (view: BankView) => void;
  onBasis: (basis: Basis) => void;
  onRetry: () => void;
  /** Copying and saving what is shown. */
  out?: ComponentChildren;
  children: ComponentChildren;
};

/** The frame of 关键词库: which benchmark, which figures, which part. */
export function BankRoom(props: Props) {
  const { benchmarks, benchmarkId, size, state, bases, basis, view } = props;
  const words = useWords();
  const { bank: text } = words.options;
  const go = (hash: string) => () => {
    location.hash = hash;
  };
  if (benchmarkId === null) {
    return (
      <EmptyState
        icon="tag"
        title={text.noBenchmark.title}
        action={<Button onClick={go(hashOf('benchmarks'))}>{text.noBenchmark.action}</Button>}
      >
        {text.noBenchmark.text}
      </EmptyState>
    );
  }
  const chosen = bases.findIndex(
    (one) => one.source === basis?.source && one.period === basis.period,
  );
  return (
    <div class="bank-room">
      <RoomHead title={text.title} summary={size === null ? undefined : wordsText(size, words)}>
        <Select
          label={text.benchmark}
          labelHidden
          value={benchmarkId}
          options={benchmarks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={props.onBenchmark}
        />
        {bases.length > 0 && (
          <label class="bank-basis">
            <span>{text.basis}</span>
            <Select
              label={text.basis}
              labelHidden
              value={String(chosen)}
              options={bases.map((one, index) => ({
                value: String(index),
                label: `${basisText(one, words)} · ${wordsText(one.words, words)}`,
              }))}
              onChange={(index) => {
                const next = bases[Number(index)];
                if (next !== undefined) props.onBasis({ source: next.source, period: next.period });
              }}
            />
          </label>
        )}
        {props.out}
      </RoomHead>
      {state === 'damaged' && <Notice kind="fault">{text.damaged}</Notice>}
      {state === 'failed' && (
        <Notice
          kind="fault"
          action={<Button onClick={props.onRetry}>{words.common.actions.retry}</Button>}
        >
          {text.failed}
        </Notice>
      )}
      {state === 'reading' && <Skeleton lines={12} />}
      {state === 'open' && size === 0 && (
        <EmptyState
          icon="tag"
          title={text.empty.title}
          action={
            <>
              <Button kind="primary" onClick={go(hashOf('import', benchmarkId))}>
                {text.empty.import}
              </Button>
              <Button onClick={go(hashOf('benchmarks', benchmarkId, 'keywords'))}>
                {text.empty.edit}
              </Button>
            </>
          }
        >
          {text.empty.text}
        </EmptyState>
      )}
      {state === 'open' && size !== 0 && (
        <Tabs
          label={text.views.label}
          tabs={BANK_VIEWS.map((id) => ({ id, label: text.views[id] }))}
          chosen={view}
          onChoose={props.onView}
        >
          <div class="bank-view">{props.children}</div>
        </Tabs>
      )}
    </div>
  );
}
