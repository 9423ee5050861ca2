import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../gql/graphql';
import { LazyPart, ShowPart } from '../ui/lazy-part';
import { focusRow } from './focus-row';
import classes from './item-row.module.css';
import { useItemActs } from './use-item-acts';

const Modify = new LazyPart(() => import('./modify/modify-dialog').then(({ ModifyDialog }) => ModifyDialog));
const Cancel = new LazyPart(() => import('./cancel-item-dialog').then(({ CancelItemDialog }) => CancelItemDialog));
const Report = new LazyPart(() => import('./report/report-dialog').then(({ ReportDialog }) => ReportDialog));

interface ItemActionsProps {
  item: ItemRowFragment;
  currency: string;
}

/** What can be done with an item now. The API says what that is; nothing is worked out here. */
export function ItemActions({ item, currency }: ItemActionsProps) {
  const t = useTranslations('item');
  const common = useTranslations('common');
  const { keep, keeping, refusal } = useItemActs(item);
  const [dialog, setDialog] = useState<'modify' | 'cancel' | 'report'>();
  const [partFailed, setPartFailed] = useState(false);
  const { allowedActions, productName: name } = item;

  function open(which: typeof dialog) {
    setPartFailed(false);
    setDialog(which);
  }
  function close() {
    if (dialog) focusRow(item.id, dialog);
    setDialog(undefined);
  }
  const give = {
    item,
    currency,
    onClose: close,
  };
  function onLoadFailed() {
    close();
    setPartFailed(true);
  }

  return (
    <>
      {allowedActions.includes('REPLACE') && (
        <Button
          className={classes.action}
          variant={item.attention === 'NEEDS_YOU' ? 'filled' : 'default'}
          data-action="modify"
          aria-label={t('modifyItem', { name })}
          {...Modify.preloadOnIntent}
          onClick={() => open('modify')}
        >
          {t('modify')}
        </Button>
      )}
      {allowedActions.includes('KEEP') && (
        <Button
          className={classes.action}
          variant="default"
          data-action="keep"
          aria-label={t('keepItem', { name })}
          loading={keeping}
          onClick={() => void keep()}
        >
          {t('keep')}
        </Button>
      )}
      {allowedActions.includes('CANCEL') && (
        <Button
          className={classes.action}
          variant="default"
          data-action="cancel"
          aria-label={t('cancelItem', { name })}
          {...Cancel.preloadOnIntent}
          onClick={() => open('cancel')}
        >
          {t('cancel')}
        </Button>
      )}
      {allowedActions.includes('REPORT') && (
        <Button
          className={classes.action}
          variant="default"
          data-action="report"
          aria-label={t('reportItem', { name })}
          {...Report.preloadOnIntent}
          onClick={() => open('report')}
        >
          {t('report')}
        </Button>
      )}
      {(refusal || partFailed) && (
        <p role="alert" className={classes.refusal}>
          {refusal ?? common('partFailed')}
        </p>
      )}
      {dialog === 'modify' && <ShowPart part={Modify} give={give} onLoadFailed={onLoadFailed} />}
      {dialog === 'cancel' && <ShowPart part={Cancel} give={give} onLoadFailed={onLoadFailed} />}
      {dialog === 'report' && <ShowPart part={Report} give={give} onLoadFailed={onLoadFailed} />}
    </>
  );
}
