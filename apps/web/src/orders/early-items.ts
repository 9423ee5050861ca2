import { ApolloLink } from '@apollo/client';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { concatMap, from, of } from 'rxjs';
import type { OrderItemsQuery } from '../gql/graphql';
import { hearWords } from '../live/later-words';
import { screenFilled } from '../ui/screen-filled';
import { whenIdleAfter } from '../ui/when-idle';
import { LARGE } from './large-order';

type OrderWithItems = NonNullable<OrderItemsQuery['order']>;

/** Who waits for the items of an order, by its id. */
const waiting = new Map<string, Set<(order: OrderWithItems) => void>>();

/** Takes what has come for an order that nobody waited for yet; nothing if it may be out of date by now. By the order's id. */
const inHand = new Map<string, () => OrderWithItems | undefined>();

/** How long that is kept at least, in milliseconds. */
const IN_HAND_MS = 1_000;

/** The context of a question for the items of an order that somebody has just pointed at, and so is about to press. */
export const PRESS_IS_NEAR = { isPressNear: true };

/**
 * Shows the items of a large order before Apollo Client has written them into its cache and read them again, which takes a
 * phone half a second. What waits for them is shown the answer itself; once that fills the screen the answer goes on. Where a
 * press is near and nothing waits yet (`PRESS_IS_NEAR`), it does so when nothing has waited for a while.
 */
export const earlyItems = new ApolloLink((operation, forward) => {
  const answers = forward(operation);
  if (operation.operationName !== 'OrderItems') return answers;
  return answers.pipe(
    concatMap((result) => {
      const order = result.errors ? undefined : (result.data as OrderItemsQuery | undefined)?.order;
      if (!order || order.items.length < LARGE) return of(result);
      const shows = waiting.get(order.id);
      if (!shows) return operation.getContext().isPressNear ? from(keptInHand(order).then(() => result)) : of(result);
      flushSync(() => {
        for (const show of shows) show(order);
      });
      return from(screenFilled().then(() => result));
    }),
  );
});

/** Resolves once somebody has waited for the items and sees them, or nobody has for a while. */
async function keptInHand(order: OrderWithItems): Promise<void> {
  const { told, end } = hearWords();
  await new Promise<void>((resolve) => {
    const callOff = whenIdleAfter(IN_HAND_MS, resolve);
    inHand.set(order.id, () => {
      callOff();
      if (told.size === 0) void screenFilled().then(resolve);
      else resolve();
      return told.size === 0 ? order : undefined;
    });
  });
  inHand.delete(order.id);
  end();
}

/**
 * An order with its items as the server has just answered, until they are in the cache.
 * @param isThere whether they are
 */
export function useEarlyItems(orderId: string, isThere: boolean): OrderWithItems | undefined {
  const [early, setEarly] = useState(() => (isThere ? undefined : inHand.get(orderId)?.()));
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
