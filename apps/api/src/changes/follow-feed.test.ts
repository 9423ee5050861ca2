import { InProcessSignals } from '../signals/signals.js';
import type { ChangeFeed } from './change-feed.js';
import type { ChangeRow } from './change-row.js';
import { followFeed } from './follow-feed.js';
import { announceGrowth, onGrowthOf } from './wake-ups.js';

const { jest } = import.meta;

/** A feed in memory, whose reads can be held up. */
class FakeFeed implements ChangeFeed {
  readonly endAtRequest = 0;
  readonly reads: Array<{ after: number; limit: number }> = [];
  private readonly log: ChangeRow[] = [];
  private readonly listeners = new Set<() => void>();
  private held: Promise<void> | undefined;
  private failure: Error | undefined;

  get listenerCount(): number {
    return this.listeners.size;
  }

  /** Adds changes without a word to anybody. */
  growSilently(count = 1, change: Partial<ChangeRow> = {}): void {
    for (let added = 0; added < count; added += 1) {
      this.log.push({ ...change, sequence: this.log.length + 1 } as ChangeRow);
    }
  }

  grow(count = 1): void {
    this.growSilently(count);
    this.wake();
  }

  wake(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** Reads see what there is when they begin, and answer only once the function returned has been called. */
  holdReads(): () => void {
    let release = () => {};
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.held = undefined;
      release();
    };
  }

  failReads(failure: Error | undefined): void {
    this.failure = failure;
  }

  async read(after: number, limit: number): Promise<ChangeRow[]> {
    this.reads.push({ after, limit });
    const seen = this.log.slice(after, after + limit);
    await this.held;
    if (this.failure) throw this.failure;
    return seen;
  }

  readShared(after: number, limit: number): Promise<ChangeRow[]> {
    return this.read(after, limit);
  }

  async end(): Promise<number> {
    return this.log.length;
  }

  async positionOf({ sequence }: ChangeRow): Promise<number> {
    return sequence;
  }

  onGrowth(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  cursorAt(position: number): string {
    return `at ${position}`;
  }

  async positionAt(cursor: string): Promise<number> {
    return Number(cursor.slice('at '.length));
  }
}

const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, index) => from + index);

/** Takes the next changes, and says which they were. */
async function take(followed: ReturnType<typeof followFeed>, count: number): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < count) {
    const { done, value } = await followed.next();
    if (done) break;
    taken.push(value.change.sequence);
  }
  return taken;
}

/** Lets everything happen that needs no time to pass. */
const settle = () => jest.advanceTimersByTimeAsync(0);

/** Whether something has come to an end by now, with all that needs no time done. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  promise.finally(() => {
    pending = false;
  });
  await settle();
  return pending;
}

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
