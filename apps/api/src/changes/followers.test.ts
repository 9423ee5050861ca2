import { FakeFeed, isPending, settle, take } from '../../test/testkit/fake-feed.js';
import { InProcessSignals } from '../signals/signals.js';
import { followFeed } from './follow-feed.js';
import { announceGrowth, onGrowthOf } from './wake-ups.js';

const { jest } = import.meta;

let feed: FakeFeed;

beforeEach(() => {
  jest.useFakeTimers();
  feed = new FakeFeed();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('telling it to stop', () => {
  test('while it waits ends the wait at once, and leaves neither listener nor timer', async () => {
    const followed = followFeed(feed, 0);
    const next = followed.next();
    await settle();
    expect([feed.listenerCount, jest.getTimerCount()]).toEqual([1, 0]);

    expect(await followed.return?.()).toEqual({ done: true, value: undefined });
    expect(await isPending(next)).toBe(false);
    expect(await next).toEqual({ done: true, value: undefined });
    expect([feed.listenerCount, jest.getTimerCount()]).toEqual([0, 0]);
    expect(feed.reads).toHaveLength(1);
  });

  test('does not wait for a read in flight, and delivers nothing that it brings', async () => {
    feed.growSilently();
    const release = feed.holdReads();
    const followed = followFeed(feed, 0);
    const next = followed.next();
    await settle();

    const stopped = followed.return?.() ?? Promise.reject(new Error('cannot be stopped'));
    expect(await isPending(stopped)).toBe(false);
    expect(feed.listenerCount).toBe(0);
    release();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(jest.getTimerCount()).toBe(0);
  });

  test('while an empty read is in flight leaves no timer behind', async () => {
    const release = feed.holdReads();
    const followed = followFeed(feed, 0);
    const next = followed.next();
    await settle();
    await followed.return?.();
    release();
    expect(await isPending(next)).toBe(false);
    expect(await next).toEqual({ done: true, value: undefined });
    expect(jest.getTimerCount()).toBe(0);
  });

  test('before it was asked for anything leaves no listener, and it reads nothing', async () => {
    feed.growSilently();
    const followed = followFeed(feed, 0);
    await followed.return?.();
    expect(feed.listenerCount).toBe(0);
    expect(await followed.next()).toEqual({ done: true, value: undefined });
    expect(feed.reads).toHaveLength(0);
  });

  test('in the middle of a batch drops the rest of it', async () => {
    feed.growSilently(5);
    const followed = followFeed(feed, 0);
    await take(followed, 2);
    await followed.return?.();
    expect(await followed.next()).toEqual({ done: true, value: undefined });
  });

  test('twice does no harm', async () => {
    const followed = followFeed(feed, 0);
    await followed.return?.();
    expect(await followed.return?.()).toEqual({ done: true, value: undefined });
    expect(feed.listenerCount).toBe(0);
  });

  test('with an error passes the error on and leaves no listener', async () => {
    const followed = followFeed(feed, 0);
    await expect(followed.throw?.(new Error('socket dropped'))).rejects.toThrow('socket dropped');
    expect(feed.listenerCount).toBe(0);
    expect(await followed.next()).toEqual({ done: true, value: undefined });
  });

  test('by leaving a loop leaves no listener', async () => {
    feed.growSilently(3);
    for await (const { change } of followFeed(feed, 0)) if (change.sequence === 2) break;
    expect(feed.listenerCount).toBe(0);
  });
});

describe('many followers of one account', () => {
  /** The fake feed, woken as the real one is, and how many listen. */
  function wokenBy(signals: InProcessSignals) {
    let listening = 0;
    const onGrowth = (listener: () => void) => {
      const stop = onGrowthOf(signals, 'acc_1', listener);
      listening += 1;
      return () => {
        stop();
        listening -= 1;
      };
    };
    return { feed: Object.assign(feed, { onGrowth }), count: () => listening };
  }

  test('each get every change', async () => {
    const signals = new InProcessSignals();
    const woken = wokenBy(signals);
    const taken = Array.from({ length: 50 }, () => take(followFeed(woken.feed, 0), 3));
    for (let round = 0; round < 3; round += 1) {
      await settle();
      feed.growSilently();
      announceGrowth(signals, 'acc_1');
    }
    await settle();
    expect(await Promise.all(taken)).toEqual(Array(50).fill([1, 2, 3]));
  });

  test('are not woken by another account', async () => {
    const signals = new InProcessSignals();
    const next = followFeed(wokenBy(signals).feed, 0).next();
    await settle();
    feed.growSilently();
    announceGrowth(signals, 'acc_2');
    expect(await isPending(next)).toBe(true);
    announceGrowth(signals, 'acc_1');
    expect(await isPending(next)).toBe(false);
  });

  test('that come and go leave nothing behind', async () => {
    const signals = new InProcessSignals();
    const on = jest.spyOn(signals, 'on');
    const woken = wokenBy(signals);
    for (let round = 0; round < 500; round += 1) {
      const followed = followFeed(woken.feed, 0);
      const next = followed.next();
      if (round % 2 === 0) await settle();
      await followed.return?.();
      await next;
    }
    expect(on).toHaveBeenCalledTimes(500);
    expect(woken.count()).toBe(0);
    expect(signals.listenerCount()).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
