import { groupByMerchant, neediestFirst } from '@oops/item-status';
import type { ItemRowFragment, OrderCardFragment } from '../gql/graphql';

/** The first items of an order as the server tells of them: of two merchants, and of each eight. */
export function firstItems(order: OrderCardFragment, items: readonly ItemRowFragment[]) {
  const merchants = groupByMerchant(neediestFirst(items)).slice(0, 2);
  return {
    order: {
      ...order,
      merchants: merchants.map((group) => ({
        __typename: 'OrderMerchant',
        merchant: { __typename: 'Merchant', ...group.merchant },
        itemCount: group.items.length,
        attentionCount: group.attentionCount,
        items: group.items.slice(0, 8),
      })),
    },
  };
}
