import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../gql/graphql';
import { PlainButton } from '../ui/plain-button';
import { LoadFailure } from './dialogs/load-failure';
import { OpenerButton } from './dialogs/opener-button';
import { useOpener } from './dialogs/use-opener';
import classes from './item-row.module.css';
import { useItemActs } from './use-item-acts';

interface ItemActionsProps {
  item: ItemRowFragment;
  orderId: string;
}

/** What can be done with an item now. The API says what that is; nothing is worked out here. */
export function ItemActions({ item, orderId }: ItemActionsProps) {
  const t = useTranslations('item');
  const { keep, busy, refusal } = useItemActs(item);
  const opener = useOpener();
  const { allowedActions, productName: name } = item;
  const about = { orderId, itemId: item.id };

  return (
    <>
      {allowedActions.includes('REPLACE') && (
        <OpenerButton
          opener={opener}
          request={{ kind: 'modify', ...about }}
          className={classes.action}
          variant={item.attention === 'NEEDS_YOU' ? 'filled' : 'default'}
          label={t('modifyItem', { name })}
        >
          {t('modify')}
        </OpenerButton>
      )}
      {allowedActions.includes('KEEP') && (
        <PlainButton
          className={classes.action}
          variant="default"
          data-action="keep"
          aria-label={t('keepItem', { name })}
          busy={busy}
          onClick={() => void keep()}
        >
          {t('keep')}
        </PlainButton>
      )}
      {allowedActions.includes('CANCEL') && (
        <OpenerButton
          opener={opener}
          request={{ kind: 'cancel', ...about }}
          className={classes.action}
          variant="default"
          label={t('cancelItem', { name })}
        >
          {t('cancel')}
        </OpenerButton>
      )}
      {allowedActions.includes('REPORT') && (
        <OpenerButton
          opener={opener}
          request={{ kind: 'report', ...about }}
          className={classes.action}
          variant="default"
          label={t('reportItem', { name })}
        >
          {t('report')}
        </OpenerButton>
      )}
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
      <LoadFailure opener={opener} />
    </>
  );
}
