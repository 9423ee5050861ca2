import type { ChangeFeed } from './change-feed.js';
import type { ChangeFilter, ChangeRow } from './change-row.js';

/** How many changes are read at once; the only ones that a slow subscriber keeps in memory. */
const BATCH = 100;

/** How long a lost wake-up can go unnoticed. */
const POLL_MS = 2_000;

/** A change and where it stands in the feed it was read from. */
export interface FollowedChange {
  readonly change: ChangeRow;
  readonly cursor: string;
}

/**
 * Follows a feed for ever: first what lies after `after` already, then whatever comes, each once and in order. Reads
 * only when asked for the next change, so a reader that is slow makes the database wait and not the memory grow. When
 * it is told to stop it stops at once, even in the middle of waiting, and leaves no listener behind. Ask for one change at
 * a time.
 */
export function followFeed(
  feed: ChangeFeed,
  after: number,
  filter?: ChangeFilter,
): AsyncIterableIterator<FollowedChange> {
  let position = after;
  let unread: ChangeRow[] = [];
  let stopped = false;
  let grown = true;
  let wake = () => {};
  const forget = feed.onGrowth(() => {
    grown = true;
    wake();
  });

  const growth = () =>
    new Promise<void>((resolve) => {
      const poll = setTimeout(resolve, POLL_MS);
      wake = () => {
        clearTimeout(poll);
        resolve();
      };
      // What came while the last batch was being read must not wait for the poll.
      if (grown || stopped) wake();
    });

  async function advance(): Promise<IteratorResult<FollowedChange>> {
    while (!stopped) {
      const change = unread.shift();
      if (change) {
        position = await feed.positionOf(change);
        return { done: false, value: { change, cursor: feed.cursorAt(position) } };
      }
      grown = false;
      unread = await feed.read(position, BATCH, filter);
      if (unread.length === 0) await growth();
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
