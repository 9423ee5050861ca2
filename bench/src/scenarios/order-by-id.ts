import { type Comparison, deal } from '../compare/comparison.js';
import { ORDER_BY_ID } from '../documents.js';
import { buyerOf, buyersAt, ORDERS_PER_BUYER, orderId, tokenOf } from '../seed/ids.js';

/** Coprime to the number of orders, so that steps of it come by each. */
const STEP = 7_919;

/** How often a round could come by each. */
const TURNS = 3;

/**
 * One order after the other, of all that there are. Each comes again after 20,000 requests, and in the next round, with
 * another value of a variable that the document does not know, so that it is not the same request.
 */
export const orderById: Comparison = {
  name: 'order-by-id',
  title: 'one order by id, with all items',
  document: ORDER_BY_ID,
  reach: 0.8,
  readsEachTime: true,
  asks(connections, round) {
    const orders = buyersAt(1) * ORDERS_PER_BUYER;
    const asks = Array.from({ length: orders * TURNS }, (_, index) => {
      const order = (index * STEP) % orders;
      const turn = round * TURNS + Math.floor(index / orders);
      return { token: tokenOf(buyerOf(order, 1)), variables: { id: orderId(order, 1), turn } };
    });
    return deal(asks, connections);
  },
};
