import { useQuery } from '@apollo/client/react';
import { Text, VisuallyHidden } from '@mantine/core';
import { groupByMerchant, merchantKey, neediestFirst } from '@oops/item-status';
import { type CSSProperties, type Ref, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readFragment } from '../gql/fragment-masking';
import { type ItemRowFragment, ItemRowFragmentDoc, type OrderCardFragment, OrderItemsDocument } from '../gql/graphql';
import { FailureNotice } from '../ui/failure-notice';
import { useFormats } from '../ui/formats';
import { firstRows, inSequence } from './arrange-items';
import { LoadFailure } from './dialogs/load-failure';
import { OpenerButton } from './dialogs/opener-button';
import { useOpener } from './dialogs/use-opener';
import { useEarlyItems } from './early-items';
import { LinkedItem } from './linked-item';
import { MerchantItems } from './merchant-items';
import classes from './order-details.module.css';
import { useRowsInSlices } from './use-rows-in-slices';

/** What an expanded order shows below its summary. */
export function OrderDetails({ order }: { order: OrderCardFragment }) {
  const t = useTranslations('order');
  const { data, error, refetch } = useQuery(OrderItemsDocument, { variables: { id: order.id } });
  const early = useEarlyItems(order.id, data !== undefined);
  const found = (data?.order ?? early)?.items;
  const items = useMemo(() => found?.map((item) => readFragment(ItemRowFragmentDoc, item)), [found]);

  if (error && !items)
    return (
      <div className={classes.details}>
        <FailureNotice title={t('failed')} error={error} onRetry={() => void refetch().catch(() => {})} />
      </div>
    );
  if (!items) return <DetailsSkeleton order={order} />;
  return <LoadedDetails order={order} items={items} />;
}

interface LoadedDetailsProps {
  order: OrderCardFragment;
  items: readonly ItemRowFragment[];
}

function LoadedDetails({ order, items }: LoadedDetailsProps) {
  const t = useTranslations('order');
  const { dateTime } = useFormats();
  // Settled when the order is opened: a row that jumps away while one reads it is worse than a row in second place.
  const [sequence] = useState(() => neediestFirst(items).map(({ id }) => id));
  const groups = useMemo(() => groupByMerchant(inSequence(items, sequence)), [items, sequence]);
  const opener = useOpener();
  const { shown, toComeRef } = useRowsInSlices(items.length);
  const begun = firstRows(groups, shown);

  return (
    <div className={classes.details}>
      <LinkedItem order={order} items={items} />
      {order.closedAt && (
        <Text size="sm" c="dimmed" className={classes.line}>
          {t('closedAt', { when: dateTime(order.closedAt) })}
        </Text>
      )}
      {begun.map(({ group, rows }) => (
        <MerchantItems
          key={merchantKey(group.merchant)}
          group={group}
          rows={rows}
          currency={order.currency}
          orderId={order.id}
        />
      ))}
      {shown < items.length && (
        <RowsToCome ref={toComeRef} items={items.length - shown} merchants={groups.length - begun.length} />
      )}
      {order.allowedActions.includes('PREPARE_SHIPMENT') && (
        <div className={classes.shipment}>
          <Text size="sm" c="dimmed">
            {t('prepareHint')}
          </Text>
          <OpenerButton opener={opener} request={{ kind: 'prepare', orderId: order.id }}>
            {t('prepareShipment')}
          </OpenerButton>
        </div>
      )}
      <LoadFailure opener={opener} />
    </div>
  );
}

/** About as high as what comes, so that the orders below move once and not twice. */
function DetailsSkeleton({ order }: { order: OrderCardFragment }) {
  const t = useTranslations('order');
  return (
    <div className={classes.details} aria-busy>
      <VisuallyHidden>{t('loading', { number: order.number })}</VisuallyHidden>
      <RowsToCome items={order.itemCount} merchants={order.merchantCount} />
      <div className={classes.shipmentToCome} />
    </div>
  );
}

/** In place of rows that are not there yet, about as high as they will be. */
function RowsToCome({ ref, items, merchants }: { ref?: Ref<HTMLDivElement>; items: number; merchants: number }) {
  const size = { '--items': items, '--merchants': merchants };
  return <div ref={ref} className={classes.skeleton} style={size as CSSProperties} aria-hidden />;
}
