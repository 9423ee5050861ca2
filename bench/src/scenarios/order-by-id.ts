import { type Comparison, deal } from '../compare/comparison.js';
import { ORDER_BY_ID } from '../documents.js';
import { buyerOf, buyersAt, ORDERS_PER_BUYER, orderId, tokenOf } from '../seed/ids.js';

/** Coprime to the number of orders, so that steps of it come by each. */
const STEP = 7_919;

/** One order after the other, of all that there are: each comes again after 20,000 requests. */
export const orderById: Comparison = {
  name: 'order-by-id',
  title: 'one order by id, with all items',
  document: ORDER_BY_ID,
  reach: 0.8,
  readsEachTime: true,
  asks(connections) {
    const orders = buyersAt(1) * ORDERS_PER_BUYER;
    const asks = Array.from({ length: orders }, (_, index) => {
      const order = (index * STEP) % orders;
      return { token: tokenOf(buyerOf(order, 1)), variables: { id: orderId(order, 1) } };
    });
    return deal(asks, connections);
  },
};
