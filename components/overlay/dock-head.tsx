import type { Inspection } from '../../lib/inspection/inspection';
import type { Command } from '../../lib/messaging/commands';
import { IconButton } from '../ui/button';
import { Mark } from '../ui/mark';
import { Menu, type MenuItem } from '../ui/menu';
import { Select } from '../ui/select';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';
import './dock-head.css';
import { useDrag } from './use-drag';

/** The dock's head: a handle to move and fold it, the benchmark's switch, and what else can be done. */
export function DockHead(props: {
  inspection: Inspection | null;
  actions: DockActions;
  run: (command: Command) => void;
  inPage: boolean;
}) {
  const { inspection, actions, run, inPage } = props;
  const words = useWords();
  const { head } = words.overlay;
  const fold = () => actions.fold(true);
  const handle = useDrag(actions.drag, fold);
  return (
    <header class={inPage ? 'dock-head dock-handle' : 'dock-head'} {...(inPage ? handle : {})}>
      {inPage ? (
        <button type="button" class="dock-brand" title={head.move}>
          <Mark />
          <b>{words.common.brand}</b>
          <span class="visually-hidden">{words.common.colon + head.move}</span>
        </button>
      ) : (
        <span class="dock-brand">
          <Mark />
          <b>{words.common.brand}</b>
        </span>
      )}
      {inspection !== null && inspection.benchmarks.length > 0 && (
        <BenchmarkSwitch inspection={inspection} run={run} />
      )}
      <Menu label={head.more} icon="more" iconOnly align="end" items={menuItems(props, words)} />
      {inPage && <IconButton icon="dash" label={head.fold} onClick={fold} />}
    </header>
  );
}

function BenchmarkSwitch(props: { inspection: Inspection; run: (command: Command) => void }) {
  const { inspection, run } = props;
  const { head } = useWords().overlay;
  const { choice, benchmarks, listingId } = inspection;
  const chosen = choice.state === 'chosen' ? choice.benchmark.id : '';
  return (
    <div class="dock-bench">
      <Select
        label={head.benchmark}
        labelHidden
        compact
        value={chosen}
        options={[
          ...(chosen === '' ? [{ value: '', label: head.noBenchmark, disabled: true }] : []),
          ...benchmarks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(benchmarkId) => {
          if (benchmarkId !== '') run({ kind: 'pin-benchmark', listingId, benchmarkId });
        }}
      />
    </div>
  );
}

function menuItems(
  props: Parameters<typeof DockHead>[0],
  words: ReturnType<typeof useWords>,
): MenuItem[] {
  const { inspection, actions, run, inPage } = props;
  const { head } = words.overlay;
  const item = (id: string, label: string, onChoose: () => void): MenuItem => ({
    id,
    label,
    onChoose,
  });
  const items = [item('reread', words.common.actions.reread, actions.reread)];
  if (inspection !== null) {
    const { snapshot, mine, choice } = inspection;
    const shopId = snapshot.shopId.value;
    const sellerId = snapshot.sellerId.value;
    if (shopId !== null || sellerId !== null) {
      const name = (snapshot.shopName.value ?? '').slice(0, 100);
      items.push(
        item('mine', mine ? head.isNotMine : head.isMine, () =>
          run({ kind: 'set-my-shop', shopId, sellerId, name, on: !mine }),
        ),
      );
    }
    if (choice.state === 'chosen') {
      items.push(
        item('benchmark', head.editBenchmark, () =>
          actions.openOptions(`#/benchmarks/${choice.benchmark.id}`),
        ),
      );
    }
  }
  items.push(item('settings', head.settings, () => actions.openOptions('#/settings')));
  if (inspection !== null && inPage) {
    items.push(
      item('off', head.offHere, () =>
        run({ kind: 'set-site', host: inspection.snapshot.host, on: false }),
      ),
    );
  }
  return items;
}
