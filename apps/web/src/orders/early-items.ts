import { ApolloLink } from '@apollo/client';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { concatMap, from, of } from 'rxjs';
import type { OrderItemsQuery } from '../gql/graphql';
import { screenFilled } from '../ui/screen-filled';
import { LARGE } from './large-order';

type OrderWithItems = NonNullable<OrderItemsQuery['order']>;

/** Who waits for the items of an order, by its id. */
const waiting = new Map<string, Set<(order: OrderWithItems) => void>>();

/**
 * Shows the items of a large order before Apollo Client has written them into its cache and read them again, which takes a
 * phone half a second. What waits for them is shown the answer itself; once that fills the screen the answer goes on.
 */
export const earlyItems = new ApolloLink((operation, forward) => {
  const answers = forward(operation);
  if (operation.operationName !== 'OrderItems') return answers;
  return answers.pipe(
    concatMap((result) => {
      const order = result.errors ? undefined : (result.data as OrderItemsQuery | undefined)?.order;
      const shows = order && order.items.length >= LARGE ? waiting.get(order.id) : undefined;
      if (!order || !shows) return of(result);
      flushSync(() => {
        for (const show of shows) show(order);
      });
      return from(screenFilled().then(() => result));
    }),
  );
});

/**
 * An order with its items as the server has just answered, until they are in the cache.
 * @param isThere whether they are
 */
export function useEarlyItems(orderId: string, isThere: boolean): OrderWithItems | undefined {
  const [early, setEarly] = useState<OrderWithItems>();
  if (isThere && early) setEarly(undefined);
  useEffect(() => {
    if (isThere) return;
    const others = waiting.get(orderId) ?? new Set();
    waiting.set(orderId, others.add(setEarly));
    return () => {
      others.delete(setEarly);
      if (others.size === 0 && waiting.get(orderId) === others) waiting.delete(orderId);
    };
  }, [orderId, isThere]);
  return early;
}
