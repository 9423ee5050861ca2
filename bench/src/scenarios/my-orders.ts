import type { Comparison } from '../compare/comparison.js';
import { deal } from '../compare/comparison.js';
import { MY_ORDERS } from '../documents.js';
import type { Ask } from '../load/job.js';
import { buyersAt, tokenOf } from '../seed/ids.js';

/** `first` goes from here to the most that a page may have: as a buyer has 20 orders, all bring the same. */
const LEAST_FIRST = 20;
const MOST_FIRST = 100;

/** More than one load can send. */
const REQUESTS = 30_000;

/** How many buyers ask again and again. */
const RELOADING = 100;

function ask(buyer: number, first: number): Ask {
  return { token: tokenOf(buyer), variables: { first } };
}

/**
 * Nothing of it can be remembered: each buyer asks with another `first` each time, which makes 81,000 different requests
 * with answers of several GB in all, and none comes again within a load.
 */
export const myOrders: Comparison = {
  name: 'my-orders',
  title: 'My Orders, 20 orders with all items',
  document: MY_ORDERS,
  reach: 0.85,
  asks(connections, turn) {
    const buyers = buyersAt(1);
    const asks = Array.from({ length: REQUESTS }, (_, index) => {
      const first = LEAST_FIRST + ((Math.floor(index / buyers) + turn * 7) % (MOST_FIRST - LEAST_FIRST + 1));
      return ask(index % buyers, first);
    });
    return deal(asks, connections);
  },
};

/** The same few buyers reload, and nothing has changed meanwhile. */
export const myOrdersAgain: Comparison = {
  name: 'my-orders-again',
  title: 'the same again, nothing changed meanwhile',
  document: MY_ORDERS,
  reach: 2,
  asks(connections) {
    const buyers = Array.from({ length: RELOADING }, (_, buyer) => buyer);
    // From another one on each connection, so that they do not ask in step.
    return Array.from({ length: connections }, (_, connection) =>
      buyers.map((buyer) => ask((buyer + connection * 3) % RELOADING, LEAST_FIRST)),
    );
  },
};
