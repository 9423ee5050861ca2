import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { readFragment } from '../gql/fragment-masking';
import { OrderCardFragmentDoc, OrdersDocument } from '../gql/graphql';
import { ordersVariables } from './orders-variables';

/** The orders that match, newest first, a page at a time. */
export function useOrders({ search, needsAttention }: { search: string; needsAttention: boolean }) {
  const variables = useMemo(() => ordersVariables({ search, needsAttention }), [search, needsAttention]);
  const { data, previousData, error, networkStatus, fetchMore, refetch } = useQuery(OrdersDocument, {
    variables,
    // Shown at once from the cache, and still asked for: what belongs into a list is for the server to say.
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const [moreError, setMoreError] = useState<unknown>();
  const loadingMore = useRef(false);

  // While another filter is being asked for, the list before it stays, dimmed: nothing jumps.
  const connection = (data ?? (error ? undefined : previousData))?.orders;
  const orders = useMemo(
    () => connection?.edges.map(({ node }) => readFragment(OrderCardFragmentDoc, node)),
    [connection?.edges],
  );

  const endCursor = connection?.pageInfo.endCursor;
  const loadMore = useCallback(async () => {
    if (loadingMore.current) return;
    loadingMore.current = true;
    setMoreError(undefined);
    try {
      await fetchMore({ variables: { after: endCursor } });
    } catch (failure) {
      setMoreError(failure);
    } finally {
      loadingMore.current = false;
    }
  }, [fetchMore, endCursor]);

  const status: 'idle' | 'switching' | 'loading-more' =
    networkStatus === NetworkStatus.fetchMore ? 'loading-more' : !data && previousData && !error ? 'switching' : 'idle';
  return {
    orders,
    status,
    error,
    moreError,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loadMore,
    /** Whether the list is read again at the moment. */
    refreshing: networkStatus === NetworkStatus.refetch,
    /** Reads the first page anew, and tells the ids of its orders. A failure shows in `error`. */
    refetch: useCallback(
      () =>
        refetch().then(
          (read) => read.data?.orders.edges.map(({ node }) => readFragment(OrderCardFragmentDoc, node).id),
          () => undefined,
        ),
      [refetch],
    ),
  };
}
