import { isOutage } from '../database/outage.js';
import type { ChangeFeed } from './change-feed.js';
import { type ChangeFilter, type ChangeRow, fits } from './change-row.js';

/** How many changes are read at once; the only ones that a slow subscriber keeps in memory, some KiB each. */
const BATCH = 20;

/** The mean pause before a read is tried again because the database was away, in milliseconds. */
const RETRY_MS = 1_000;

/** A change and where it stands in the feed it was read from. */
export interface FollowedChange {
  readonly change: ChangeRow;
  readonly position: number;
  readonly cursor: string;
}

/** Whoever follows a feed. */
export interface FeedFollower extends AsyncIterableIterator<FollowedChange> {
  /** Where it stands: what lies before has been handed out and dealt with, or was not asked for. */
  readonly position: number;
}

/**
 * Follows a feed for ever: first what lies after `after` already, then whatever comes, each once and in order. Reads
 * only when asked for the next change, so a reader that is slow makes the database wait and not the memory grow. While
 * the database is away it waits. When it is told to stop it stops at once, even in the middle of waiting, and leaves no
 * listener behind. Ask for one change at a time.
 */
export function followFeed(feed: ChangeFeed, after: number, filter?: ChangeFilter): FeedFollower {
  /** Where the last change stands that was taken from those read. */
  let position = after;
  let dealtWith = after;
  let unread: ChangeRow[] = [];
  let stopped = false;
  /** Whether there may be more to read than was there at the last one. */
  let grown = true;
  let wake = () => {};
  const forget = feed.onGrowth((end) => {
    if (end !== undefined && end <= position) return;
    grown = true;
    wake();
  });

  /** Waits until the feed has grown; with a limit, until that has passed at the latest. */
  const growth = (limitMs?: number) =>
    new Promise<void>((resolve) => {
      const limit = limitMs === undefined ? undefined : setTimeout(resolve, limitMs);
      wake = () => {
        clearTimeout(limit);
        resolve();
      };
      // What came while the last batch was being read must not wait.
      if (grown || stopped) wake();
    });

  async function readOn(): Promise<void> {
    await growth();
    if (stopped) return;
    grown = false;
    try {
      unread = [...(await feed.readShared(position, BATCH))];
      grown ||= unread.length === BATCH;
    } catch (error) {
      if (!isOutage(error)) throw error;
      // At different moments for different followers, so that they do not all come back at once.
      await growth(RETRY_MS * (0.5 + Math.random()));
      grown = true;
    }
  }

  async function advance(): Promise<IteratorResult<FollowedChange>> {
    while (!stopped) {
      // Whoever asks for the next one has dealt with the last.
      dealtWith = position;
      const change = unread.shift();
      if (!change) {
        await readOn();
        continue;
      }
      position = await feed.positionOf(change);
      if (fits(change, filter)) return { done: false, value: { change, position, cursor: feed.cursorAt(position) } };
    }
    return { done: true, value: undefined };
  }

  async function next(): Promise<IteratorResult<FollowedChange>> {
    try {
      return await advance();
    } catch (error) {
      // Nobody calls `return()` on what has failed, so the listener is given up here.
      await stop();
      throw error;
    }
  }

  async function stop(): Promise<IteratorResult<FollowedChange>> {
    stopped = true;
    forget();
    wake();
    return { done: true, value: undefined };
  }

  return {
    get position() {
      return dealtWith;
    },
    next,
    return: stop,
    throw: async (error) => {
      await stop();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
