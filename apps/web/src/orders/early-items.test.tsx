import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { createApolloClient } from '../app/apollo-client';
import { OrderItemsDocument } from '../gql/graphql';
import { applyServerWord } from '../live/apply-change';
import { anItem, anOrder, aTroubledItem } from '../test/facts';
import { FakeServer } from '../test/fake-server';
import { PRESS_IS_NEAR, useEarlyItems } from './early-items';
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

const question = { query: OrderItemsDocument, variables: { id } };

function serverWith(count: number) {
  const items = Array.from({ length: count }, (_, n) => anItem({ id: `item-${n}` }));
  return new FakeServer({ orderItems: () => ({ order: { ...anOrder({ id }), items } }) });
}

/** Asks for the items of an order while something waits for them. */
async function ask(count: number) {
  const client = createApolloClient(serverWith(count).link);
  const { result, rerender } = renderHook(({ isThere }) => useEarlyItems(id, isThere), {
    initialProps: { isThere: false },
  });
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
    void client.query(question);
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

describe('the items of a large order that were asked for before it opens', () => {
  /** Asks while nothing waits yet; `open` is what waits from then on. */
  async function askAhead(context: object = PRESS_IS_NEAR) {
    const client = createApolloClient(serverWith(LARGE).link);
    void client.query({ ...question, context });
    await pass(0);
    return {
      client,
      open: () => renderHook(() => useEarlyItems(id, false)).result,
      cached: () => client.readQuery(question)?.order?.items,
    };
  }

  it('are shown as soon as it does, and then come into the cache', async () => {
    const { open, cached } = await askAhead();
    await pass(500);
    expect(cached()).toBeUndefined();
    const result = open();
    expect(result.current?.items).toHaveLength(LARGE);
    expect(cached()).toBeUndefined();
    await pass(600);
    expect(cached()).toHaveLength(LARGE);
  });

  it('come into the cache when it stays closed, and are in hand no longer', async () => {
    const { open, cached } = await askAhead();
    await pass(1_000);
    expect(cached()).toHaveLength(LARGE);
    expect(open().current).toBeUndefined();
  });

  it('come into the cache at once where no press is near', async () => {
    const { cached } = await askAhead({});
    expect(cached()).toHaveLength(LARGE);
  });

  it('are not shown as they were before something came live, but from the cache', async () => {
    const { client, open, cached } = await askAhead();
    const reported = aTroubledItem({ id: 'item-1', revision: 2 });
    applyServerWord(client.cache, { item: reported } as Parameters<typeof applyServerWord>[1]);
    expect(open().current).toBeUndefined();
    await pass(0);
    expect(cached()?.slice(0, 2)).toMatchObject([{ status: 'PENDING' }, { status: 'OOS' }]);
  });
});

it('those of a small one wait for no frame', async () => {
  const { shown, cached } = await ask(LARGE - 1);
  expect([shown(), cached()]).toEqual([undefined, LARGE - 1]);
});
