import { useLanguage, useWords } from '../ui/words';
import { exactTime, seenText } from './seen-text';
import './stores.css';

/** Which of the two stores can be opened; null while that is looked at. */
export type StoresHealth = { database: boolean; second: boolean } | null;

/** What the last full verification found, counting records; `history` counts rows of prices and changes. */
export type Verified = {
  atMs: number;
  checked: number;
  healed: number;
  quarantined: number;
  history?: { given: number; quarantined: number };
};

/** How the two stores are, when all of them was last checked, and the last backup file. */
export function StoresState(props: {
  health: StoresHealth;
  /** Null: there was none yet. Absent: it can't be read. */
  verification?: Verified | null | undefined;
  /** When a backup file was last saved, null for never. Absent: it can't be read. */
  savedAtMs?: number | null | undefined;
  nowMs: number;
}) {
  const { health, verification, savedAtMs, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const { stores: own } = words.options;
  const state = (is: boolean | undefined) => {
    if (is === undefined) return <span class="subtle">{own.looking}</span>;
    return is ? own.fine : <strong class="stores-shut">{own.shut}</strong>;
  };
  return (
    <section class="panel stores" aria-label={own.title}>
      <h2>{own.title}</h2>
      <dl class="stores-facts">
        <div>
          <dt>{own.database}</dt>
          <dd>{state(health?.database)}</dd>
        </div>
        <div>
          <dt>{own.second}</dt>
          <dd>{state(health?.second)}</dd>
        </div>
        {verification !== undefined && (
          <div>
            <dt>{own.verified}</dt>
            <dd>
              {verification === null ? (
                <span class="subtle">{own.never}</span>
              ) : (
                <span title={exactTime(language, verification.atMs)}>
                  {own.verifiedAt(
                    seenText(words, language, verification.atMs, nowMs),
                    verification.checked,
                  )}
                  {words.common.listSeparator}
                  <Found verification={verification} />
                </span>
              )}
            </dd>
          </div>
        )}
        {savedAtMs !== undefined && (
          <div>
            <dt>{own.backup}</dt>
            <dd>
              {savedAtMs === null ? (
                <span class="subtle">{own.backupNone}</span>
              ) : (
                <span title={exactTime(language, savedAtMs)}>
                  {seenText(words, language, savedAtMs, nowMs)}
                </span>
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Found({ verification }: { verification: Verified }) {
  const words = useWords();
  const { stores: own } = words.options;
  const healed = verification.healed + (verification.history?.given ?? 0);
  const aside = verification.quarantined + (verification.history?.quarantined ?? 0);
  const found = [
    ...(healed > 0 ? [own.healed(healed)] : []),
    ...(aside > 0 ? [own.setAside(aside)] : []),
  ];
  return <>{found.length === 0 ? own.same : found.join(words.common.listSeparator)}</>;
}
