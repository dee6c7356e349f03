import type { ComponentChildren } from 'preact';
import type { FailureCode } from '../../lib/messaging/result';
import { Icon } from './icon';
import './notice.css';
import { useWords } from './words';

/** A failure in three sentences: what happened, what is still safe, what to do next. */
export function FailureNotice(props: { code: FailureCode; action?: ComponentChildren }) {
  const { code, action } = props;
  const { what, safe, next } = useWords().common.failures[code];
  return (
    <Notice kind="fault" action={action}>
      <strong>{what}</strong> {safe} {next}
    </Notice>
  );
}

/** A remark that stays until its cause is gone; faults are announced at once. */
export function Notice(props: {
  kind: 'fault' | 'remark';
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  const { kind, children, action } = props;
  return (
    <div class={`notice notice-${kind}`} role={kind === 'fault' ? 'alert' : 'note'}>
      <Icon name={kind === 'fault' ? 'warn' : 'info'} />
      <div class="notice-text">
        {children}
        {action !== undefined && <div class="notice-action">{action}</div>}
      </div>
    </div>
  );
}
