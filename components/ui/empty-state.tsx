import type { ComponentChildren } from 'preact';
import './empty-state.css';
import { Icon, type IconName } from './icon';

/** What stands where there is nothing yet: why, and what to do. */
export function EmptyState(props: {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  const { icon = 'info', title, children, action } = props;
  return (
    <div class="empty-state">
      <Icon name={icon} size={22} />
      <h2>{title}</h2>
      {children !== undefined && <div class="empty-state-text">{children}</div>}
      {action !== undefined && <div class="empty-state-action">{action}</div>}
    </div>
  );
}
