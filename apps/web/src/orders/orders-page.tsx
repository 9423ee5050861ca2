import { Button, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { FailureNotice } from '../ui/failure-notice';
import { EmptyOrders } from './empty-orders';
import { usePrefetchLinked } from './linked-item';
import { LinkedOrders, useLinkedOrders } from './linked-orders';
import { NewOrdersNotice } from './new-orders-notice';
import { OrderCard } from './order-card';
import { OrderFilters } from './order-filters';
import { OrderListSkeleton } from './order-list-skeleton';
import classes from './orders-page.module.css';
import { RefreshFailure } from './refresh-failure';
import { useEndOfList } from './use-end-of-list';
import { useItemsAhead } from './use-items-ahead';
import { useOrders } from './use-orders';
import { useOrdersLocation } from './use-orders-location';

export function OrdersPage() {
  const t = useTranslations('orders');
  const [location, changeLocation] = useOrdersLocation();
  const { search, needsAttention, open } = location;
  usePrefetchLinked(location);
  const { orders, status, error, refreshing, moreError, hasMore, loadMore, refetch } = useOrders({
    search,
    needsAttention,
  });
  const { linked, link } = useLinkedOrders(open, orders);
  const listed = useMemo(() => new Set(orders?.map(({ id }) => id)), [orders]);
  const listRef = useItemsAhead(orders);
  const endRef = useEndOfList(loadMore, hasMore && status === 'idle' && !moreError);

  const show = useCallback(
    async (ids: readonly string[]) => {
      const first = await refetch();
      if (first) await link(ids.filter((id) => !first.includes(id)));
      return first !== undefined;
    },
    [refetch, link],
  );

  const toggle = useCallback(
    (id: string) =>
      changeLocation((now) => ({
        // Whoever opens and closes by hand is no longer where the link leads.
        modify: undefined,
        open: now.open.includes(id) ? now.open.filter((other) => other !== id) : [...now.open, id],
      })),
    [changeLocation],
  );
  const searchFor = useCallback((text: string) => changeLocation(() => ({ search: text })), [changeLocation]);
  const filterBy = useCallback(
    (wanted: boolean) => changeLocation(() => ({ needsAttention: wanted })),
    [changeLocation],
  );
  const clearFilter = useCallback(
    () => changeLocation(() => ({ search: '', needsAttention: false })),
    [changeLocation],
  );

  return (
    <section>
      <Title order={1} className={classes.title}>
        {t('title')}
      </Title>
      <OrderFilters search={search} needsAttention={needsAttention} onSearch={searchFor} onNeedsAttention={filterBy} />
      {orders && (
        <NewOrdersNotice
          key={`${search} ${needsAttention}`}
          listed={listed}
          needsAttention={needsAttention}
          search={search}
          onShow={show}
        />
      )}
      {orders && <LinkedOrders ids={linked} open={open} onToggle={toggle} />}
      {error && !orders && <FailureNotice title={t('failed')} error={error} onRetry={() => void refetch()} />}
      {orders && error && <RefreshFailure busy={refreshing} onRetry={() => void refetch()} />}
      {!error && !orders && <OrderListSkeleton />}
      {orders?.length === 0 && (
        <EmptyOrders search={search} needsAttention={needsAttention} onClearFilter={clearFilter} />
      )}
      {orders && orders.length > 0 && (
        <ul ref={listRef} className={classes.list} aria-busy={status === 'switching'}>
          {orders.map((order) =>
            linked.has(order.id) ? null : (
              <OrderCard key={order.id} order={order} open={open.includes(order.id)} onToggle={toggle} />
            ),
          )}
        </ul>
      )}
      {moreError !== undefined && (
        <FailureNotice title={t('loadMoreFailed')} error={moreError} onRetry={() => void loadMore()} />
      )}
      {hasMore && moreError === undefined && (
        <div ref={endRef} className={classes.more}>
          <Button variant="default" loading={status === 'loading-more'} onClick={() => void loadMore()}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </section>
  );
}
