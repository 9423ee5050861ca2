import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Person } from './person.js';

/** What My Orders asks for, in short. */
const MY_ORDERS = `query Orders($first: Int!) {
  orders(first: $first) {
    edges {
      cursor
      node {
        id number state attentionCount total currency
        items { id revision status productName url quantity unitPrice allowedActions }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** How often it is asked. It must not be a load by itself. */
const PER_SECOND = 20;

interface Answered {
  /** How long each took, in milliseconds. */
  readonly times: readonly number[];
  /** How many were not answered as they should be. */
  readonly failed: number;
}

/** Asks for somebody's orders at a steady rate while something goes on. */
export async function whileAsking(person: Person, something: () => Promise<unknown>): Promise<Answered> {
  const worker = new Worker(new URL('steady-asker.mjs', import.meta.url), {
    workerData: {
      url: person.nextServer().url,
      cookie: person.cookie,
      body: JSON.stringify({ query: MY_ORDERS, variables: { first: 20 } }),
      perSecond: PER_SECOND,
    },
  });
  try {
    await something();
    const told = once(worker, 'message');
    worker.postMessage('stop');
    const [answered] = (await told) as [Answered];
    return answered;
  } finally {
    await worker.terminate();
  }
}
