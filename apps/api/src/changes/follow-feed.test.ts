import { FakeFeed, isPending, settle, take, upTo } from '../../test/testkit/fake-feed.js';
import { followFeed } from './follow-feed.js';

const { jest } = import.meta;

let feed: FakeFeed;

beforeEach(() => {
  jest.useFakeTimers();
  feed = new FakeFeed();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('what is delivered', () => {
  test('first what was there, then what comes, each once and in order', async () => {
    feed.growSilently(3);
    const followed = followFeed(feed, 0);
    expect(await take(followed, 3)).toEqual([1, 2, 3]);

    const next = take(followed, 4);
    expect(await isPending(next)).toBe(true);
    feed.grow(2);
    await settle();
    feed.grow(2);
    expect(await next).toEqual([4, 5, 6, 7]);
  });

  test('only what lies after the place to go on from', async () => {
    feed.growSilently(5);
    const followed = followFeed(feed, 3);
    expect(await take(followed, 2)).toEqual([4, 5]);
    expect(await isPending(followed.next())).toBe(true);
  });

  test('a long backlog, read a hundred at a time', async () => {
    feed.growSilently(50);
    const followed = followFeed(feed, 0);
    expect(await take(followed, 50)).toEqual(upTo(50));
    expect(feed.reads.map(({ after, limit }) => [after, limit])).toEqual([
      [0, 20],
      [20, 20],
      [40, 20],
    ]);
  });

  test('each with the cursor to go on from after it', async () => {
    feed.growSilently(4);
    const followed = followFeed(feed, 0);
    const first = await followed.next();
    expect(first.value.cursor).toBe('at 1');

    const resumed = followFeed(feed, await feed.positionAt(first.value.cursor));
    expect(await take(resumed, 3)).toEqual([2, 3, 4]);
  });

  test('what the filter asks for, and nothing is read twice for it', async () => {
    feed.growSilently(30, { orderId: 'ord_2', itemId: 'itm_2' });
    feed.growSilently(1, { orderId: 'ord_1', itemId: null });
    feed.growSilently(1, { orderId: 'ord_1', itemId: 'itm_1' });
    const followed = followFeed(feed, 0, { orderId: 'ord_1', itemsOnly: true });
    expect((await followed.next()).value).toMatchObject({ cursor: 'at 32', change: { itemId: 'itm_1' } });

    const next = followed.next();
    feed.grow();
    await settle();
    feed.grow();
    expect(await isPending(next)).toBe(true);
    expect(feed.reads.map(({ after }) => after)).toEqual([0, 20, 32, 33]);
  });

  test('nothing is read before it is asked for, and no more than a batch ahead', async () => {
    feed.growSilently(250);
    const followed = followFeed(feed, 0);
    feed.grow(10);
    await settle();
    expect(feed.reads).toHaveLength(0);

    await followed.next();
    feed.grow(10);
    await settle();
    expect(feed.reads).toHaveLength(1);
  });
});

describe('nothing is lost when the feed grows', () => {
  test('between the start and the first read', async () => {
    const followed = followFeed(feed, 0);
    feed.grow();
    expect(await take(followed, 1)).toEqual([1]);
  });

  test('while a read is in flight that did not see it', async () => {
    const release = feed.holdReads();
    const followed = followFeed(feed, 0);
    const next = take(followed, 2);
    await settle();
    expect(feed.reads).toHaveLength(1);

    feed.grow(2);
    release();
    expect(await isPending(next)).toBe(false);
    expect(await next).toEqual([1, 2]);
  });

  test('while a read is in flight that saw what came before', async () => {
    feed.growSilently();
    const release = feed.holdReads();
    const followed = followFeed(feed, 0);
    const next = take(followed, 3);
    await settle();

    feed.grow();
    release();
    await settle();
    feed.grow();
    expect(await next).toEqual([1, 2, 3]);
  });

  test('while a change is being looked at', async () => {
    feed.growSilently(2);
    const followed = followFeed(feed, 0);
    expect(await take(followed, 1)).toEqual([1]);
    feed.grow();
    expect(await take(followed, 2)).toEqual([2, 3]);
  });

  test('again and again, at any moment', async () => {
    const followed = followFeed(feed, 0);
    const next = take(followed, 300);
    for (let round = 0; round < 100; round += 1) {
      const release = feed.holdReads();
      if (round % 3 === 0) await settle();
      feed.grow();
      if (round % 2 === 0) await settle();
      feed.grow();
      release();
      if (round % 5 === 0) await settle();
      feed.grow();
    }
    expect(await isPending(next)).toBe(false);
    expect(await next).toEqual(upTo(300));
  });

  test('and is told so several times over', async () => {
    const followed = followFeed(feed, 0);
    const next = take(followed, 2);
    feed.grow();
    feed.wake();
    await settle();
    feed.wake();
    feed.wake();
    await settle();
    feed.grow();
    feed.wake();
    expect(await next).toEqual([1, 2]);
    expect(await isPending(followed.next())).toBe(true);
  });
});

describe('told where the feed ends', () => {
  test('it reads on only if it has not come as far', async () => {
    feed.growSilently(2);
    const followed = followFeed(feed, 0);
    await take(followed, 2);
    const next = take(followed, 1);
    feed.wake(2);
    feed.wake(1);
    await settle();
    expect(feed.reads).toHaveLength(1);

    feed.growSilently();
    feed.wake(3);
    expect(await next).toEqual([3]);
  });

  test('while a read is in flight that may not have seen it, it reads again', async () => {
    const release = feed.holdReads();
    const next = take(followFeed(feed, 0), 1);
    await settle();
    feed.growSilently();
    feed.wake(1);
    release();
    expect(await next).toEqual([1]);
  });
});

describe('a read that fails by a mistake of ours', () => {
  beforeEach(() => feed.failReads(new Error('no such column')));

  test('is told to whoever asked', async () => {
    await expect(followFeed(feed, 0).next()).rejects.toThrow('no such column');
  });

  // Nobody calls `return()` on what has failed: neither `for await` nor graphql-js does.
  test('leaves no listener behind', async () => {
    await expect(take(followFeed(feed, 0), 1)).rejects.toThrow('no such column');
    expect(feed.listenerCount).toBe(0);
  });
});

describe('while the database is away', () => {
  const outage = Object.assign(new Error('connect ECONNREFUSED'), { fatal: true });

  test('it waits, and goes on where it was', async () => {
    feed.growSilently(2);
    const followed = followFeed(feed, 0);
    expect(await take(followed, 2)).toEqual([1, 2]);
    feed.failReads(outage);
    const next = take(followed, 1);
    feed.grow();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(feed.reads.length).toBeGreaterThan(20);
    feed.failReads(undefined);
    await jest.advanceTimersByTimeAsync(1_500);
    expect(await next).toEqual([3]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('it tries again at once when the feed grows', async () => {
    feed.failReads(outage);
    const next = take(followFeed(feed, 0), 1);
    await settle();
    feed.failReads(undefined);
    feed.grow();
    expect(await isPending(next)).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('it can be told to stop, and leaves neither listener nor timer', async () => {
    feed.failReads(outage);
    const followed = followFeed(feed, 0);
    const next = followed.next();
    await settle();
    expect([feed.listenerCount, jest.getTimerCount()]).toEqual([1, 1]);
    await followed.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect([feed.listenerCount, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
