import { type AttentionFamily, type ItemStatus, statusLabel } from '@oops/item-status';
import classes from './status-badge.module.css';
import { STATUS_ICONS } from './status-icons';

/** A status as a word with an icon; the colour says only which of the three families it is in. */
export function StatusBadge({ status, attention }: { status: ItemStatus; attention: AttentionFamily }) {
  const StatusIcon = STATUS_ICONS[status];
  return (
    <span className={classes.badge} data-attention={attention}>
      <StatusIcon size={16} stroke={2} aria-hidden />
      {statusLabel(status)}
    </span>
  );
}
