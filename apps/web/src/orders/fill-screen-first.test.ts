import { ApolloLink } from '@apollo/client';
import { jest } from '@jest/globals';
import { createApolloClient } from '../app/apollo-client';
import { OrderItemsDocument } from '../gql/graphql';
import { anItem, anOrder } from '../test/facts';
import { FakeServer } from '../test/fake-server';
import { LARGE } from './large-order';

const id = 'order-1';
const question = { query: OrderItemsDocument, variables: { id } };

// Frames come when they are told to.
beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Asks for an order of so many items; `cached` tells how many are in the cache by now. */
async function ask(count: number) {
  const items = Array.from({ length: count }, (_, n) => anItem({ id: `item-${n}` }));
  const server = new FakeServer({ orderItems: () => ({ order: { ...anOrder({ id }), items } }) });
  const client = createApolloClient(ApolloLink.from([server.link]));
  void client.query(question);
  await jest.advanceTimersByTimeAsync(0);
  return () => client.readQuery(question)?.order?.items.length;
}

describe('all the items of a large order', () => {
  it('come into the cache once the screen is filled', async () => {
    const cached = await ask(LARGE);
    expect(cached()).toBeUndefined();
    // Two frames, and half a second to fill the screen.
    await jest.advanceTimersByTimeAsync(600);
    expect(cached()).toBe(LARGE);
  });

  it('come into the cache where no frame is ever painted', async () => {
    jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    const cached = await ask(LARGE);
    await jest.advanceTimersByTimeAsync(999);
    expect(cached()).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(cached()).toBe(LARGE);
  });
});

it('the items of a small order wait for no frame', async () => {
  const cached = await ask(LARGE - 1);
  expect(cached()).toBe(LARGE - 1);
});
