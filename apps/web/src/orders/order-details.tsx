import { useQuery } from '@apollo/client/react';
import { Button, Text, VisuallyHidden } from '@mantine/core';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readFragment } from '../gql/fragment-masking';
import { ItemRowFragmentDoc, type OrderCardFragment, OrderItemsDocument } from '../gql/graphql';
import { FailureNotice } from '../ui/failure-notice';
import { useFormats } from '../ui/formats';
import { LazyPart, ShowPart } from '../ui/lazy-part';
import { groupByMerchant, inSequence, neediestFirst } from './arrange-items';
import { MerchantItems } from './merchant-items';
import classes from './order-details.module.css';

const PrepareShipment = new LazyPart(() =>
  import('./prepare-shipment-dialog').then(({ PrepareShipmentDialog }) => PrepareShipmentDialog),
);

/** What an expanded order shows below its summary. */
export function OrderDetails({ order }: { order: OrderCardFragment }) {
  const t = useTranslations('order');
  const { data, error, refetch } = useQuery(OrderItemsDocument, { variables: { id: order.id } });
  const items = useMemo(
    () => data?.order?.items.map((item) => readFragment(ItemRowFragmentDoc, item)),
    [data?.order?.items],
  );

  if (error && !items)
    return (
      <div className={classes.details}>
        <FailureNotice title={t('failed')} error={error} onRetry={() => void refetch().catch(() => {})} />
      </div>
    );
  if (!items) return <DetailsSkeleton order={order} />;
  return <LoadedDetails order={order} items={items} />;
}

type Items = Parameters<typeof groupByMerchant>[0];

function LoadedDetails({ order, items }: { order: OrderCardFragment; items: Items }) {
  const t = useTranslations('order');
  const common = useTranslations('common');
  const { dateTime } = useFormats();
  // Settled when the order is opened: a row that jumps away while one reads it is worse than a row in second place.
  const [sequence] = useState(() => neediestFirst(items));
  const groups = useMemo(() => groupByMerchant(inSequence(items, sequence)), [items, sequence]);
  const [preparing, setPreparing] = useState(false);
  const prepareButton = useRef<HTMLButtonElement>(null);
  const [partFailed, setPartFailed] = useState(false);

  function stopPreparing() {
    setPreparing(false);
    requestAnimationFrame(() => prepareButton.current?.focus({ preventScroll: true }));
  }

  return (
    <div className={classes.details}>
      {order.closedAt && (
        <Text size="sm" c="dimmed" className={classes.line}>
          {t('closedAt', { when: dateTime(order.closedAt) })}
        </Text>
      )}
      {groups.map((group) => (
        <MerchantItems key={group.key} group={group} currency={order.currency} />
      ))}
      {order.allowedActions.includes('PREPARE_SHIPMENT') && (
        <div className={classes.shipment}>
          <Text size="sm" c="dimmed">
            {t('prepareHint')}
          </Text>
          <Button
            ref={prepareButton}
            {...PrepareShipment.preloadOnIntent}
            onClick={() => {
              setPartFailed(false);
              setPreparing(true);
            }}
          >
            {t('prepareShipment')}
          </Button>
        </div>
      )}
      {partFailed && (
        <Text role="alert" size="sm" className={classes.line}>
          {common('partFailed')}
        </Text>
      )}
      {preparing && (
        <ShowPart
          part={PrepareShipment}
          give={{ order, items, onClose: stopPreparing }}
          onLoadFailed={() => {
            setPreparing(false);
            setPartFailed(true);
          }}
        />
      )}
    </div>
  );
}

/** About as high as what comes, so that the orders below move once and not twice. */
function DetailsSkeleton({ order }: { order: OrderCardFragment }) {
  const t = useTranslations('order');
  const size = { '--items': order.itemCount, '--merchants': order.merchantCount };
  return (
    <div className={classes.details} aria-busy>
      <VisuallyHidden>{t('loading', { number: order.number })}</VisuallyHidden>
      <div className={classes.skeleton} style={size as CSSProperties} />
    </div>
  );
}
