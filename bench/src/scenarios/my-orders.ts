import { type Comparison, deal } from '../compare/comparison.js';
import { MY_ORDERS } from '../documents.js';
import type { Ask } from '../load/job.js';
import { buyersAt, tokenOf } from '../seed/ids.js';

/** `first` goes from here to the most that a page may have: as a buyer has 20 orders, all bring the same. */
const LEAST_FIRST = 20;
const MOST_FIRST = 100;

/** How many times one load comes by all buyers, at most. So six rounds have turns of their own, none of which comes again. */
const TURNS = 13;

/** How many buyers ask again and again. */
const RELOADING = 100;

function ask(buyer: number, first: number): Ask {
  return { token: tokenOf(buyer), variables: { first } };
}

/**
 * Requests that cannot have been remembered: a buyer asks with another `first` each time. For 1,000 buyers that makes
 * 81,000 different ones, with answers of 5 GB in all, and none comes again in six rounds.
 */
export function differingAsks(buyers: readonly number[], round: number): Ask[] {
  return Array.from({ length: TURNS }, (_, turn) => {
    const first = LEAST_FIRST + ((round * TURNS + turn) % (MOST_FIRST - LEAST_FIRST + 1));
    return buyers.map((buyer) => ask(buyer, first));
  }).flat();
}

export const myOrders: Comparison = {
  name: 'my-orders',
  title: 'My Orders, 20 orders with all items, nothing remembered',
  document: MY_ORDERS,
  reach: 0.85,
  readsEachTime: true,
  asks(connections, round) {
    const buyers = Array.from({ length: buyersAt(1) }, (_, buyer) => buyer);
    return deal(differingAsks(buyers, round), connections);
  },
};

/** The same few buyers reload, and nothing has changed meanwhile. */
export const myOrdersAgain: Comparison = {
  name: 'my-orders-again',
  title: 'the same again, nothing changed meanwhile',
  document: MY_ORDERS,
  reach: 2,
  readsEachTime: false,
  asks(connections) {
    const buyers = Array.from({ length: RELOADING }, (_, buyer) => buyer);
    // From another one on each connection, so that they do not ask in step.
    return Array.from({ length: connections }, (_, connection) =>
      buyers.map((buyer) => ask((buyer + connection * 3) % RELOADING, LEAST_FIRST)),
    );
  },
};
