import type { Inspection } from '../../lib/inspection/inspection';
import { Mark } from '../ui/mark';
import { Menu, type MenuItem } from '../ui/menu';
import { Select } from '../ui/select';
import { useWords } from '../ui/words';
import './head.css';

/** The popup's head line: the name, the benchmark switch and the menu of all else. */
export function Head(props: {
  inspection: Inspection | null;
  disabled: boolean;
  items: readonly MenuItem[];
  onPick: (benchmarkId: string) => void;
}) {
  const { inspection, disabled, items, onPick } = props;
  const { common, popup } = useWords();
  return (
    <header class="head">
      <Mark />
      <b class="head-name">{common.brand}</b>
      <div class="head-end">
        {inspection !== null && inspection.benchmarks.length > 0 && (
          <div class="head-benchmark">
            <Select
              compact
              label={popup.benchmark}
              labelHidden
              value={inspection.choice.state === 'chosen' ? inspection.choice.benchmark.id : ''}
              options={[
                ...(inspection.choice.state === 'chosen'
                  ? []
                  : [{ value: '', label: popup.chooseBenchmark, disabled: true }]),
                ...inspection.benchmarks.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              disabled={disabled}
              onChange={onPick}
            />
          </div>
        )}
        <Menu label={popup.more} icon="more" iconOnly align="end" items={items} />
      </div>
    </header>
  );
}
