import type { BenchmarkChoice } from '../../lib/inspection/inspection';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import './section.css';

/** What is asked, or to be done, where no benchmark is held against the listing. */
export function BenchmarkAsk(props: {
  choice: BenchmarkChoice;
  onPick: (benchmarkId: string) => void;
  onOpenOptions: (hash: string) => void;
  disabled: boolean;
}) {
  const { choice, onPick, onOpenOptions, disabled } = props;
  const { ask, none, empty, newBenchmark } = useWords().popup;
  if (choice.state === 'chosen') return null;
  if (choice.state === 'ask') {
    return (
      <section class="section section-accent">
        <h2>{ask.title}</h2>
        <p>{ask.text}</p>
        <div class="section-row">
          {choice.candidates.map(({ id, name }) => (
            <Button key={id} disabled={disabled} onClick={() => onPick(id)}>
              {name}
            </Button>
          ))}
        </div>
      </section>
    );
  }
  const isEmpty = choice.state === 'empty';
  return (
    <section class="section section-accent">
      <h2>{isEmpty ? empty.title : none.title}</h2>
      <p>{isEmpty ? empty.text : none.text}</p>
      <div class="section-row">
        <Button icon="plus" onClick={() => onOpenOptions(isEmpty ? '#/welcome' : '#/benchmarks')}>
          {isEmpty ? empty.start : newBenchmark}
        </Button>
      </div>
    </section>
  );
}
