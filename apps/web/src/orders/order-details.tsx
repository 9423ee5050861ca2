import { Text, VisuallyHidden } from '@mantine/core';
import { merchantKey } from '@oops/item-status';
import { type CSSProperties, type ReactNode, type Ref, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment, OrderCardFragment } from '../gql/graphql';
import { FailureNotice } from '../ui/failure-notice';
import { useFormats } from '../ui/formats';
import { arrange, firstRows, type ItemGroup } from './arrange-items';
import { LoadFailure } from './dialogs/load-failure';
import { OpenerButton } from './dialogs/opener-button';
import { useOpener } from './dialogs/use-opener';
import { LARGE } from './large-order';
import { LinkedItem } from './linked-item';
import { MerchantItems } from './merchant-items';
import classes from './order-details.module.css';
import { useOrderItems } from './use-order-items';
import { useRowsInSlices } from './use-rows-in-slices';
import { useSequence } from './use-sequence';

/** What an expanded order shows below its summary. */
export function OrderDetails({ order }: { order: OrderCardFragment }) {
  const t = useTranslations('order');
  const { items, first, error, retry } = useOrderItems(order);

  if (error && !items && !first)
    return (
      <div className={classes.details}>
        <FailureNotice title={t('failed')} error={error} onRetry={retry} />
      </div>
    );
  if (!items && !first) return <DetailsSkeleton order={order} />;
  const failure = error && !items && <FailureNotice title={t('failed')} error={error} onRetry={retry} />;
  return <LoadedDetails order={order} items={items} first={first ?? NOTHING} failure={failure} />;
}

const NOTHING: readonly ItemGroup[] = [];

interface LoadedDetailsProps {
  order: OrderCardFragment;
  /** All of them, once they are there. */
  items: readonly ItemRowFragment[] | undefined;
  /** What to show before. */
  first: readonly ItemGroup[];
  /** What to show in the place of the others where they could not be read. */
  failure: ReactNode;
}

function LoadedDetails({ order, items, first, failure }: LoadedDetailsProps) {
  const t = useTranslations('order');
  const { dateTime } = useFormats();
  const known = useMemo(() => items ?? first.flatMap((group) => group.items), [items, first]);
  const sequence = useSequence(known);
  const groups = useMemo(() => arrange(known, sequence, items ? NOTHING : first), [known, sequence, items, first]);
  const opener = useOpener();
  const { shown, toComeRef } = useRowsInSlices(known.length);
  const begun = firstRows(groups, shown);
  const all = items || failure ? { items: known.length, merchants: groups.length } : countsOf(order);

  return (
    <div className={classes.details} data-large={order.itemCount >= LARGE || undefined} aria-busy={!items && !failure}>
      {items && <LinkedItem order={order} items={items} />}
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
      {shown < all.items && (
        <RowsToCome ref={toComeRef} items={all.items - shown} merchants={all.merchants - begun.length} />
      )}
      {failure}
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

function countsOf({ itemCount, merchantCount }: OrderCardFragment): Counts {
  return { items: itemCount, merchants: merchantCount };
}

interface Counts {
  items: number;
  merchants: number;
}

/** About as high as what comes, so that the orders below move once and not twice. */
function DetailsSkeleton({ order }: { order: OrderCardFragment }) {
  const t = useTranslations('order');
  return (
    <div className={classes.details} aria-busy>
      <VisuallyHidden>{t('loading', { number: order.number })}</VisuallyHidden>
      <RowsToCome {...countsOf(order)} />
      <div className={classes.shipmentToCome} />
    </div>
  );
}

/** In place of rows that are not there yet, about as high as they will be. */
function RowsToCome({ ref, items, merchants }: Counts & { ref?: Ref<HTMLDivElement> }) {
  const size = { '--items': items, '--merchants': merchants };
  return (
    <div ref={ref} className={classes.toCome} aria-hidden>
      {/* With fewer rows to come it is another one: rows came in the place of the one before, and nothing has moved. */}
      <div key={items} className={classes.skeleton} style={size as CSSProperties} />
    </div>
  );
}
