import { useEffect, useState } from 'preact/hooks';
import type { DropSaid, ImportGate } from '../../components/options/import-state';
import { takeEarlyFiles } from './early-drop';

/**
 * Files on their way into the import room, from before it was drawn too: the first is read as soon as
 * it can be, or it is said why it is not.
 */
export function useDroppedFiles(
  gate: ImportGate,
  open: (file: File) => void,
): { said: DropSaid | null; take: (files: File[]) => void } {
  const [due, setDue] = useState<File[] | null>(takeEarlyFiles);
  const [said, setSaid] = useState<DropSaid | null>(null);
  const name = due?.[0]?.name ?? '';
  useEffect(() => {
    const file = due?.[0];
    if (due === null || file === undefined || gate === 'loading') return;
    setDue(null);
    if (gate !== 'ready') {
      setSaid({ is: 'refused', why: gate, name: file.name });
      return;
    }
    setSaid(due.length === 1 ? null : { is: 'others', name: file.name, others: due.length - 1 });
    open(file);
    // What is due is opened once, by whatever opens files then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [due, gate]);
  return { said: due === null ? said : { is: 'waiting', name }, take: setDue };
}
