import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useViewer } from '../accounts/session';
import type { ItemGroup } from './arrange-items';
import { ItemRow } from './item-row';
import classes from './order-details.module.css';

interface MerchantItemsProps {
  group: ItemGroup;
  /** How many of its rows to show already. */
  rows: number;
  currency: string;
  orderId: string;
}

export const MerchantItems = memo(function MerchantItems({ group, rows, currency, orderId }: MerchantItemsProps) {
  const t = useTranslations('order');
  const { role } = useViewer();
  const { merchant, items, itemCount, attentionCount } = group;
  return (
    <section className={classes.group} aria-label={merchant.name}>
      <h3 className={classes.merchant}>
        {merchant.name}
        <span className={classes.merchantFacts}>
          {attentionCount > 0
            ? t('needYouHere', { count: attentionCount, total: itemCount, role })
            : t('groupItems', { count: itemCount })}
        </span>
      </h3>
      <ul className={classes.items} style={{ containIntrinsicBlockSize: `auto calc(${rows} * var(--row-height))` }}>
        {items.slice(0, rows).map((item) => (
          <ItemRow key={item.id} item={item} currency={currency} orderId={orderId} />
        ))}
      </ul>
    </section>
  );
});
