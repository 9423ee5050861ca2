import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { fetchIntoCache } from '../app/fetch-into-cache';
import { FirstItemsDocument, type OrderCardFragment, OrderItemsDocument } from '../gql/graphql';
import { savesData } from '../ui/saves-data';
import { whenIdleAfter } from '../ui/when-idle';
import { LARGE } from './large-order';

/** How long the same orders have to be in sight: what scrolls by is not about to be opened. */
const LOOKED_AT_MS = 1_000;
/** What a list may fetch ahead in all, so that no visit costs much more than it needs: some 3 points of cost an item. */
const ITEMS_AT_MOST = 1_000;

/**
 * While the page has nothing to do, fetches the first items of large orders in sight, so that they open as fast as small ones;
 * and of orders that stay in sight all items, where they are likely to be opened, because they need the buyer, or slow to
 * show whole, because they are large: one order after the other, and none where data is to be saved.
 * @returns a ref for the list whose entries have the ids of order cards
 */
export function useItemsAhead(orders: readonly OrderCardFragment[] | undefined) {
  const client = useApolloClient();
  const [list, setList] = useState<Element | null>(null);
  const fetched = useRef({ begun: new Set<string>(), orders: new Set<string>(), items: 0 });

  useEffect(() => {
    if (!list || !orders) return;
    const { current: before } = fetched;
    const inSight = new Set<string>();
    let cancel = () => {};
    let cancelFirst = () => {};
    let ended = false;

    const mayBeFetched = ({ id, itemCount }: OrderCardFragment) =>
      inSight.has(`order-${id}`) && !before.orders.has(id) && before.items + itemCount <= ITEMS_AT_MOST;

    function fetchFirstItems() {
      for (const { id, itemCount } of orders ?? []) {
        if (itemCount < LARGE || before.begun.has(id) || !inSight.has(`order-${id}`)) continue;
        before.begun.add(id);
        // What fails is asked for again when the order is opened.
        fetchIntoCache(client, { query: FirstItemsDocument, variables: { id } }, idle).catch(() => {});
      }
    }
    async function fetchNext() {
      const candidates = orders?.filter(mayBeFetched) ?? [];
      const next =
        candidates.find(({ attentionCount }) => attentionCount > 0) ??
        candidates.find(({ itemCount }) => itemCount >= LARGE);
      if (!next) return;
      before.orders.add(next.id);
      before.items += next.itemCount;
      // What fails is told of when the order is opened.
      await fetchIntoCache(client, { query: OrderItemsDocument, variables: { id: next.id } }, idle).catch(() => {});
      if (!ended) wait(0);
    }
    function wait(delay: number) {
      cancel();
      cancel = whenIdleAfter(delay, () => void fetchNext());
    }

    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) inSight.add(target.id);
        else inSight.delete(target.id);
      cancelFirst();
      cancelFirst = whenIdleAfter(0, fetchFirstItems);
      if (!savesData()) wait(LOOKED_AT_MS);
    });
    for (const card of list.children) observer.observe(card);
    return () => {
      ended = true;
      observer.disconnect();
      cancel();
      cancelFirst();
    };
  }, [client, list, orders]);
  return setList;
}

function idle(): Promise<void> {
  return new Promise((resolve) => whenIdleAfter(0, resolve));
}
