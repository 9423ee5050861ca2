import { VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'use-intl';
import cardClasses from './order-card.module.css';
import classes from './orders-page.module.css';

const ROWS = 8;

/** As high as the collapsed orders that take its place. */
export function OrderListSkeleton() {
  const t = useTranslations('orders');
  return (
    <div aria-busy>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <ul className={classes.list} aria-hidden>
        {Array.from({ length: ROWS }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          <li key={row} className={cardClasses.skeleton} />
        ))}
      </ul>
    </div>
  );
}
