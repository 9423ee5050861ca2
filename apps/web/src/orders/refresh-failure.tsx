import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import classes from './orders-page.module.css';

/** A calm line above a list that is still good to read, but may be out of date. */
export function RefreshFailure({ busy, onRetry }: { busy: boolean; onRetry: () => void }) {
  const t = useTranslations('orders');
  const common = useTranslations('common');
  return (
    <div role="status" className={classes.notice}>
      <span>{t('refreshFailed')}</span>
      <Button variant="subtle" loading={busy} onClick={onRetry}>
        {common('retry')}
      </Button>
    </div>
  );
}
