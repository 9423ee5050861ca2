import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { createApolloClient } from '../app/apollo-client';
import { OrderItemsDocument } from '../gql/graphql';
import { applyServerWord } from '../live/apply-change';
import { anItem, anOrder, aTroubledItem } from '../test/facts';
import { FakeServer } from '../test/fake-server';
import { useEarlyItems } from './early-items';
import { LARGE } from './large-order';

const id = 'order-1';

// Frames come when they are told to.
beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

/** Asks for the items of an order while something waits for them. */
async function ask(count: number) {
  const items = Array.from({ length: count }, (_, n) => anItem({ id: `item-${n}` }));
  const server = new FakeServer({ orderItems: () => ({ order: { ...anOrder({ id }), items } }) });
  const client = createApolloClient(server.link);
  const { result, rerender } = renderHook(({ isThere }) => useEarlyItems(id, isThere), {
    initialProps: { isThere: false },
  });
  const question = { query: OrderItemsDocument, variables: { id } };
  const answered = jest.fn();
  void client.query(question).then(answered);
  await pass(0);
  return {
    answered,
    shown: () => result.current?.items.length,
    cached: () => client.readQuery(question)?.order?.items.length,
    takeFromCache: () => rerender({ isThere: true }),
  };
}

describe('the items of a large order', () => {
  it('are shown before they are in the cache, and until they are taken from there', async () => {
    const { answered, shown, cached, takeFromCache } = await ask(LARGE);
    expect([shown(), cached()]).toEqual([LARGE, undefined]);
    // Two frames, and half a second to fill the screen.
    await pass(600);
    expect([shown(), cached()]).toEqual([LARGE, LARGE]);
    expect(answered).toHaveBeenCalledTimes(1);
    takeFromCache();
    expect(shown()).toBeUndefined();
  });

  it('are shown as what came live meanwhile says', async () => {
    let arrive = (_answer: object) => {};
    const coming = new Promise<object>((resolve) => {
      arrive = resolve;
    });
    const client = createApolloClient(new FakeServer({ orderItems: () => coming }).link);
    const { result } = renderHook(() => useEarlyItems(id, false));
    void client.query({ query: OrderItemsDocument, variables: { id } });
    await pass(0);
    const reported = aTroubledItem({ id: 'item-1', revision: 2 });
    applyServerWord(client.cache, { item: reported } as Parameters<typeof applyServerWord>[1]);
    const items = Array.from({ length: LARGE }, (_, n) => anItem({ id: `item-${n}` }));
    arrive({ order: { ...anOrder({ id }), items } });
    await pass(0);
    expect(result.current?.items.slice(0, 2)).toMatchObject([{ status: 'PENDING' }, { status: 'OOS' }]);
  });

  it('come into the cache where no frame is ever painted', async () => {
    jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    const { cached } = await ask(LARGE);
    await pass(1_000);
    expect(cached()).toBe(LARGE);
  });
});

it('those of a small one wait for no frame', async () => {
  const { shown, cached } = await ask(LARGE - 1);
  expect([shown(), cached()]).toEqual([undefined, LARGE - 1]);
});
