import type { OrderFilter, OrdersQueryVariables } from '../gql/graphql';
import type { OrdersLocation } from './orders-location';

const PAGE_SIZE = 20;

/** What the first page of the list is asked with. What is not wanted is left out, so that equal questions find each other. */
export function ordersVariables({
  search,
  needsAttention,
}: Pick<OrdersLocation, 'search' | 'needsAttention'>): OrdersQueryVariables {
  const filter: OrderFilter = {};
  if (search) filter.search = search;
  if (needsAttention) filter.needsAttention = true;
  return { first: PAGE_SIZE, filter: Object.keys(filter).length ? filter : null };
}
