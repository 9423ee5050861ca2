import { type AttentionFamily, type ItemStatus, statusLabel } from '@oops/item-status';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { StatusBadge } from './status-badge';
import classes from './status-with-help.module.css';
import { useStatusMeaning } from './use-status-meaning';

/** The badge with its help text behind a disclosure, which works alike by mouse, by touch and by keyboard. */
export function StatusWithHelp({ status, attention }: { status: ItemStatus; attention: AttentionFamily }) {
  const t = useTranslations('item');
  const meaning = useStatusMeaning();
  const [open, setOpen] = useState(false);
  const helpId = useId();
  return (
    <div>
      <span className={classes.line}>
        <StatusBadge status={status} attention={attention} />
        <button
          type="button"
          className={classes.help}
          aria-label={t('whatItMeans', { status: statusLabel(status) })}
          aria-expanded={open}
          aria-controls={helpId}
          onClick={() => setOpen(!open)}
        />
      </span>
      <p id={helpId} className={classes.text} hidden={!open}>
        {meaning(status)}
      </p>
    </div>
  );
}
