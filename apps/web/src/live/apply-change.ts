import type { ApolloCache } from '@apollo/client';
import { type FragmentType, readFragment } from '../gql/fragment-masking';
import { ItemRevisionFragmentDoc, ItemRowFragmentDoc, OrderCardFragmentDoc } from '../gql/graphql';
import { noteWord } from './later-words';

interface ServerWord {
  readonly item?: ({ readonly id: string } & FragmentType<typeof ItemRowFragmentDoc>) | null;
  readonly order?: ({ readonly id: string } & FragmentType<typeof OrderCardFragmentDoc>) | null;
}

/**
 * Writes what the server said of an item and its order, unless the page knows a later revision of the item already:
 * answers to one's own acts and live changes travel on two roads, and either may overtake the other.
 * @returns whether it was news
 */
export function applyServerWord(cache: ApolloCache, { item, order }: ServerWord): boolean {
  if (item) {
    const row = readFragment(ItemRowFragmentDoc, item);
    const id = cache.identify({ __typename: 'Item', id: item.id });
    noteWord(id);
    const known = cache.readFragment({ id, fragment: ItemRevisionFragmentDoc, returnPartialData: true });
    if (known?.revision !== undefined && known.revision > row.revision) return false;
    cache.writeFragment({ id, fragment: ItemRowFragmentDoc, fragmentName: 'ItemRow', data: row });
  }
  if (order) {
    const id = cache.identify({ __typename: 'Order', id: order.id });
    noteWord(id);
    cache.writeFragment({
      id,
      fragment: OrderCardFragmentDoc,
      fragmentName: 'OrderCard',
      data: readFragment(OrderCardFragmentDoc, order),
    });
    // Which of its items come first, and how many need the buyer, may be otherwise now.
    cache.evict({ id, fieldName: 'merchants' });
  }
  return true;
}
