import { hostOf, STATUS_FACTS } from '@oops/item-status';
import { memo, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../gql/graphql';
import { useFlashes } from '../live/live-context';
import { useEvidenceWords } from '../statuses/evidence';
import { StatusWithHelp } from '../statuses/status-with-help';
import { useFormats } from '../ui/formats';
import { rowId } from './focus-row';
import { ItemActions } from './item-actions';
import { ItemHistory } from './item-history';
import classes from './item-row.module.css';

export interface ItemRowProps {
  item: ItemRowFragment;
  currency: string;
  orderId: string;
}

/** One item, from left to right: merchant and status; what it is; what it costs; what can be done. */
export const ItemRow = memo(function ItemRow({ item, currency, orderId }: ItemRowProps) {
  const t = useTranslations('item');
  const { count, money } = useFormats();
  const evidenceWords = useEvidenceWords();
  const flashes = useFlashes(item.id);
  const [historyOpen, setHistoryOpen] = useState(false);
  const historyId = useId();
  const evidence = evidenceWords(item, currency);
  const host = hostOf(item.url);

  return (
    <li
      id={rowId(item.id)}
      className={classes.row}
      data-attention={item.attention}
      tabIndex={-1}
      aria-label={item.productName}
    >
      {flashes > 0 && <span key={flashes} className={classes.flash} aria-hidden />}
      <div className={classes.standing}>
        <span className={classes.merchant}>{item.merchant.name}</span>
        <StatusWithHelp status={item.status} attention={item.attention} />
        {item.keptAt && <span className={classes.kept}>{t('keptAsIs')}</span>}
        {evidence.map((words) => (
          <span key={words} className={classes.evidence}>
            {words}
          </span>
        ))}
      </div>
      <div className={classes.what}>
        <span className={classes.name}>{item.productName}</span>
        {item.specification && <span className={classes.specification}>{item.specification}</span>}
        <div className={classes.below}>
          {host === undefined ? (
            <span className={classes.link}>{item.url}</span>
          ) : (
            <a
              className={classes.link}
              href={item.url}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('opensNewTab', { host })}
            >
              <span className={classes.host}>{host}</span>
            </a>
          )}
          <button
            type="button"
            className={classes.historyToggle}
            aria-expanded={historyOpen}
            aria-controls={historyId}
            aria-label={t('historyOf', { name: item.productName })}
            onClick={() => setHistoryOpen(!historyOpen)}
          >
            {t('history')}
          </button>
        </div>
      </div>
      <div className={classes.cost} data-not-charged={!STATUS_FACTS[item.status].isCharged || undefined}>
        <span>
          {t('quantityTimesPrice', { quantity: count(item.quantity), price: money(item.unitPrice, currency) })}
        </span>
        <span className={classes.lineTotal}>{t('lineTotal', { total: money(item.lineTotal, currency) })}</span>
        {!STATUS_FACTS[item.status].isCharged && <span className={classes.notCharged}>{t('notCharged')}</span>}
      </div>
      <div className={classes.actions}>
        <ItemActions item={item} orderId={orderId} />
      </div>
      <div id={historyId} className={classes.history} hidden={!historyOpen}>
        {historyOpen && (
          <ItemHistory itemId={item.id} revision={item.revision} changedAt={item.statusChangedAt} currency={currency} />
        )}
      </div>
    </li>
  );
});
