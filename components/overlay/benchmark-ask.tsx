import type { Inspection } from '../../lib/inspection/inspection';
import type { Command } from '../../lib/messaging/commands';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import './benchmark-ask.css';

const SHOWN = 6;

/** Where no benchmark is held against the listing: which one is asked for, or how to make one. */
export function BenchmarkAsk(props: {
  inspection: Inspection;
  run: (command: Command) => void;
  openOptions: (hash: string) => void;
}) {
  const { inspection, run, openOptions } = props;
  const text = useWords().overlay.benchmark;
  const { choice, benchmarks, listingId } = inspection;
  if (choice.state === 'chosen') return null;
  const offered =
    choice.state === 'ask' ? choice.candidates : choice.state === 'none' ? benchmarks : [];
  const said = {
    ask: { title: text.ask, hint: text.askHint },
    none: { title: text.none, hint: text.noneHint },
    empty: { title: text.empty, hint: text.emptyHint },
  }[choice.state];
  return (
    <section class="bench-ask">
      <h2>{said.title}</h2>
      <p>{said.hint}</p>
      <div>
        {offered.slice(0, SHOWN).map(({ id, name }) => (
          <Button
            key={id}
            onClick={() => run({ kind: 'pin-benchmark', listingId, benchmarkId: id })}
          >
            {name}
          </Button>
        ))}
        {choice.state !== 'ask' && (
          <Button
            kind={choice.state === 'empty' ? 'primary' : 'quiet'}
            icon="plus"
            onClick={() => openOptions(choice.state === 'empty' ? '#/welcome' : '#/benchmarks')}
          >
            {text.create}
          </Button>
        )}
      </div>
    </section>
  );
}
