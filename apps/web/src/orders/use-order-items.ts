import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { readFragment } from '../gql/fragment-masking';
import { FirstItemsDocument, ItemRowFragmentDoc, type OrderCardFragment, OrderItemsDocument } from '../gql/graphql';
import { usePainted } from '../ui/use-painted';
import { type ItemGroup, settledStart } from './arrange-items';
import { LARGE } from './large-order';

/**
 * The items of an order, which are asked for. Of a large one there are the first before: a phone needs half a second to take
 * in hundreds.
 */
export function useOrderItems({ id, itemCount }: OrderCardFragment) {
  const variables = { id };
  const isLarge = itemCount >= LARGE;
  const isPainted = usePainted();
  const { data, error, refetch } = useQuery(OrderItemsDocument, {
    variables,
    // Asking alone takes a phone longer than a frame lasts: the first rows do not wait for that.
    skip: isLarge && !isPainted,
  });
  const begun = useQuery(FirstItemsDocument, { variables, skip: !isLarge || data !== undefined });
  // What is on the screen stays while it is asked for again, because something came live.
  const merchants = (begun.data ?? begun.previousData)?.order?.merchants;

  const found = data?.order?.items;
  return {
    /** All of them, once they are there. */
    items: useMemo(() => found?.map((item) => readFragment(ItemRowFragmentDoc, item)), [found]),
    /** The first of a large order, until all are there. */
    first: useMemo(
      () =>
        merchants &&
        settledStart(
          merchants.map(
            (part): ItemGroup => ({
              ...part,
              items: part.items.map((item) => readFragment(ItemRowFragmentDoc, item)),
            }),
          ),
        ),
      [merchants],
    ),
    /** Why all of them did not come. */
    error,
    retry: () => void refetch().catch(() => {}),
  };
}
