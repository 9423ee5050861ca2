import { useFragment, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { readFragment } from '../../gql/fragment-masking';
import {
  type ItemRowFragment,
  ItemRowFragmentDoc,
  type OrderCardFragment,
  OrderCardFragmentDoc,
  OrderItemsDocument,
} from '../../gql/graphql';
import type { DialogRequest } from './dialog-entry';

/** What a dialog is about, as far as it is known. */
export interface Subject {
  readonly order: OrderCardFragment | undefined;
  /** All items of the order, once they are there. */
  readonly items: readonly ItemRowFragment[] | undefined;
  /** The one that the dialog is about, if it is about one: the page may know it before it knows the others. */
  readonly item: ItemRowFragment | undefined;
  /** There is no such thing, or not any more. */
  readonly isAbsent: boolean;
  /** It could not be read, and nothing is known of it. */
  readonly hasFailed: boolean;
}

export function useSubject(request: DialogRequest): Subject {
  const { orderId } = request;
  const itemId = request.kind === 'prepare' ? null : request.itemId;
  const { data, error } = useQuery(OrderItemsDocument, { variables: { id: orderId } });
  const knownOrder = useFragment({
    fragment: OrderCardFragmentDoc,
    fragmentName: 'OrderCard',
    from: { __typename: 'Order', id: orderId },
  });
  const knownItem = useFragment({
    fragment: ItemRowFragmentDoc,
    fragmentName: 'ItemRow',
    from: itemId === null ? null : { __typename: 'Item', id: itemId },
  });

  const found = data?.order?.items;
  const items = useMemo(() => found?.map((item) => readFragment(ItemRowFragmentDoc, item)), [found]);
  const known = {
    order: knownOrder.complete ? knownOrder.data : undefined,
    item: itemId !== null && knownItem.complete ? knownItem.data : undefined,
  };
  const order = data ? readFragment(OrderCardFragmentDoc, data.order) : known.order;
  const item = data ? items?.find(({ id }) => id === itemId) : known.item;
  return {
    order: order ?? undefined,
    items,
    item: item ?? undefined,
    isAbsent: data !== undefined && (!order || (itemId !== null && !item)),
    hasFailed: error !== undefined && !data && (!order || itemId === null || !item),
  };
}
