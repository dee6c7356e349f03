import type { FieldName } from '../../lib/listing/snapshot';
import type { TabAnswer } from '../../lib/messaging/tab-answer';
import type { Catalog } from '../../lib/locales/catalog';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import type { IconName } from '../ui/icon';
import { useWords } from '../ui/words';
import type { PopupActions } from './popup-actions';

/** Every answer that is not an inspection. */
export type UnreadAnswer = Exclude<TabAnswer, { state: 'inspected' }>;

/** Why this page has no answer, what is still safe, and what to do. */
export function UnreadPage(props: {
  answer: UnreadAnswer;
  disabled: boolean;
  actions: Pick<PopupActions, 'reloadTab' | 'openOptions'>;
  onReread: () => void;
  onSwitchOn: (host: string) => void;
}) {
  const { answer, disabled, actions, onReread, onSwitchOn } = props;
  const words = useWords();
  const { pages, menu, allData } = words.popup;
  const { title, text, icon, more } = sayWhy(answer, words);
  const reread = (
    <Button icon="reread" disabled={disabled} onClick={onReread}>
      {menu.reread}
    </Button>
  );
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <>
          {answer.state === 'changed' && reread}
          {answer.state === 'changed' && (
            <Button onClick={() => actions.openOptions('#/health')}>{menu.health}</Button>
          )}
          {answer.state === 'off-shelf' && (
            <Button onClick={() => actions.openOptions('#/watch')}>{allData}</Button>
          )}
          {answer.state === 'reload' && (
            <Button kind="primary" icon="reread" onClick={actions.reloadTab}>
              {pages.reload.action}
            </Button>
          )}
          {answer.state === 'off-here' && (
            <Button kind="primary" disabled={disabled} onClick={() => onSwitchOn(answer.host)}>
              {pages.offHere.action}
            </Button>
          )}
        </>
      }
    >
      <p>{text}</p>
      {more !== null && <p>{more}</p>}
    </EmptyState>
  );
}

type Why = { title: string; text: string; icon: IconName; more: string | null };

function sayWhy(answer: UnreadAnswer, words: Catalog): Why {
  const { pages } = words.popup;
  switch (answer.state) {
    case 'unsupported':
      return { ...pages.unsupported, icon: 'eye-off', more: null };
    case 'not-listing':
      return { ...pages.notListing, icon: 'search', more: null };
    case 'not-ready':
      return { ...pages.notReady, icon: 'reread', more: null };
    case 'blocked':
      return { ...pages.blocked[answer.why], icon: 'hand', more: null };
    case 'off-shelf':
      return { ...pages.offShelf, icon: 'dash', more: null };
    case 'reload':
      return { title: pages.reload.title, text: pages.reload.text, icon: 'reread', more: null };
    case 'off-here': {
      const title = pages.offHere.title(siteName(answer.host, words));
      return { title, text: pages.offHere.text, icon: 'eye-off', more: null };
    }
    case 'changed': {
      const { title, text, missing } = pages.changed;
      const names = answer.missing.map((field) => fieldName(field, words));
      const more = names.length === 0 ? null : missing(names.join(words.common.listSeparator));
      return { title, text, icon: 'warn', more };
    }
  }
}

/** The site's name, or the host itself where it has none. */
export function siteName(host: string, words: Catalog): string {
  const names: Record<string, string> = words.common.sites;
  return (Object.hasOwn(names, host) ? names[host] : undefined) ?? host;
}

function fieldName(field: string, words: Catalog): string {
  const names: Record<FieldName, string> = words.common.fields;
  return Object.hasOwn(names, field) ? names[field as FieldName] : field;
}
