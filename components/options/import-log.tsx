import type { ImportHead } from '../../lib/benchmark/keyword-import';
import { Button } from '../ui/button';
import { useLanguage, useWords } from '../ui/words';
import { exactTime } from './seen-text';

type Props = {
  /** Newest first. */
  log: readonly ImportHead[];
  readOnly: boolean;
  onUndo: (importId: string) => void;
};

/** The imports into a benchmark; the newest can be taken back, and then the one before it. */
export function ImportLog({ log, readOnly, onUndo }: Props) {
  const language = useLanguage();
  const { imports: own } = useWords().options;
  const periods: Record<string, string> = own.periods;
  if (log.length === 0) return null;
  return (
    <section class="panel import-log">
      <h2>{own.log}</h2>
      <table class="table">
        <thead>
          <tr>
            <th>{own.logColumns.when}</th>
            <th>{own.logColumns.file}</th>
            <th>{own.logColumns.source}</th>
            <th>{own.logColumns.period}</th>
            <th>{own.logColumns.words}</th>
            <th>
              <span class="visually-hidden">{own.undo}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {log.map((head, index) => (
            <tr key={head.id}>
              <td>{exactTime(language, head.atMs)}</td>
              <td>{head.fileName === '' ? own.pasted : head.fileName}</td>
              <td>{head.source}</td>
              <td>{periods[head.period] ?? head.period}</td>
              <td>{own.logWords(head.added, head.changed, head.same)}</td>
              <td>
                {index === 0 && (
                  <Button disabled={readOnly} onClick={() => onUndo(head.id)}>
                    {own.undo}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
