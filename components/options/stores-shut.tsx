import { useState } from 'preact/hooks';
import { RESET_WORDS } from '../../lib/messaging/reset-words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';
import { useLanguage, useWords } from '../ui/words';
import './stores.css';

/** How far saving the readable rest to a file is. */
export type RescueState =
  | { state: 'idle' | 'writing' | 'failed' | 'nothing' }
  | { state: 'done'; name: string; rows: number };

/** Where a store can't be opened: what that means, what can be saved, and only then starting anew. */
export function StoresShut(props: {
  health: { database: boolean; second: boolean };
  /** Because the disk is full, which passes: nothing is to be started anew. */
  isFull?: boolean;
  rescue: RescueState;
  reset: 'idle' | 'running' | 'failed';
  onRescue: () => void;
  /** Called with what was typed, once it is the word. */
  onReset: (typed: string) => void;
}) {
  const { health, rescue } = props;
  const words = useWords();
  const { stores: own } = words.options;
  const both = !health.database && !health.second;
  const which = both ? own.bothShut : health.database ? own.secondShut : own.databaseShut;
  return (
    <section class="panel stores">
      <Notice kind="fault">
        <strong>{which}</strong> {props.isFull === true ? own.fullPasses : own.first}
      </Notice>
      <p>
        <Button
          kind="primary"
          icon="download"
          disabled={rescue.state === 'writing'}
          onClick={props.onRescue}
        >
          {own.rescue}
        </Button>
      </p>
      <p role="status" class="stores-said">
        {rescue.state === 'writing' && own.rescuing}
        {rescue.state === 'done' && own.rescued(rescue.name, rescue.rows)}
        {rescue.state === 'nothing' && own.rescuedNone}
        {rescue.state === 'failed' && own.rescueFailed}
      </p>
      {props.isFull !== true && <StartAnew {...props} both={both} />}
    </section>
  );
}

/** The last way out: what can't be opened is deleted, once the word for it is typed. */
function StartAnew(props: {
  both: boolean;
  reset: 'idle' | 'running' | 'failed';
  onReset: (typed: string) => void;
}) {
  const { both, reset } = props;
  const words = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const { stores: own } = words.options;
  const word = RESET_WORDS[language];
  const matches = typed.trim() === word;
  return (
    <>
      <h2>{own.reset}</h2>
      <p>{both ? own.resetBoth : own.resetOne}</p>
      <div class="stores-reset">
        <TextField label={own.typeWord(word)} value={typed} onInput={setTyped} spellcheck={false} />
        <Button
          kind="danger"
          icon="trash"
          disabled={!matches || reset === 'running'}
          onClick={() => {
            if (matches) props.onReset(typed);
          }}
        >
          {own.resetNow}
        </Button>
      </div>
      {reset === 'failed' && <Notice kind="fault">{own.resetFailed}</Notice>}
    </>
  );
}
