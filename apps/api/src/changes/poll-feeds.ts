import type { Services } from '../services.js';
import { POLL_MS } from '../signals/poll.js';
import { PollTurns } from '../signals/poll-turns.js';
import { ChangeReader } from './change.reader.js';
import { lastNumbered, numberOperationsFeed } from './number-operations-feed.js';
import { isAnyFollowed, tellEndOf, tellEndOfAll, wakeAll } from './wake-ups.js';

/**
 * Tells followers of what signals may not have told. All changes come into the operators' feed, one after the other: what
 * lies there behind the last look is asked for, and nothing of accounts that stand still, however many are followed. Asks
 * nothing while nobody follows. Returns how to stop.
 * @param onTrouble is told why asking failed, each time that begins; it goes on all the same
 */
export function pollFeeds(
  { database, signals }: Pick<Services, 'database' | 'signals'>,
  onTrouble: (error: unknown) => void,
): () => void {
  const changes = new ChangeReader(database.reader);
  const turns = new PollTurns(onTrouble);
  /** Up to which position of the operators' feed followers were told; not known at first, should somebody follow by then. */
  let toldUpTo: number | undefined;

  async function begin(): Promise<void> {
    const end = await lastNumbered(database);
    if (!isAnyFollowed(signals)) toldUpTo = end;
  }

  async function look(): Promise<void> {
    const end = await numberOperationsFeed(database);
    if (toldUpTo === undefined) wakeAll(signals);
    else if (end > toldUpTo) {
      for (const [accountId, ownEnd] of await changes.endsOfGrown(toldUpTo, end)) tellEndOf(signals, accountId, ownEnd);
      tellEndOfAll(signals, end);
    }
    toldUpTo = end;
  }

  void turns.take(begin);
  const timer = setInterval(() => {
    if (isAnyFollowed(signals)) void turns.take(look);
  }, POLL_MS).unref();
  return () => {
    turns.end();
    clearInterval(timer);
  };
}
