import { AccountReader } from '../accounts/account.reader.js';
import type { Services } from '../services.js';
import type { FindMissed } from '../signals/poll.js';
import type { SignalListener, Signals } from '../signals/signals.js';
import { numberOperationsFeed } from './number-operations-feed.js';

const ANY_ACCOUNT = 'changes';
const ONE_ACCOUNT = 'changes:';

/** Tells the followers of an account's feed, and those of all accounts, that it grew. */
export function announceGrowth(signals: Signals, accountId: string): void {
  signals.send(`${ONE_ACCOUNT}${accountId}`);
  signals.send(ANY_ACCOUNT);
}

/** Calls `listener` when an account's feed may have grown. Returns how to stop. */
export function onGrowthOf(signals: Signals, accountId: string, listener: SignalListener): () => void {
  return signals.on(`${ONE_ACCOUNT}${accountId}`, listener);
}

/** Calls `listener` when any account's feed may have grown. Returns how to stop. */
export function onAnyGrowth(signals: Signals, listener: SignalListener): () => void {
  return signals.on(ANY_ACCOUNT, listener);
}

/** Finds where feeds end by now. Their followers know whether they have come as far. */
export function findFeedEnds({ database }: Pick<Services, 'database'>): FindMissed {
  const accounts = new AccountReader(database.reader);
  return async (topics) => {
    const ids = topics.filter((topic) => topic.startsWith(ONE_ACCOUNT)).map((topic) => topic.slice(ONE_ACCOUNT.length));
    const ends = new Map<string, number>();
    for (const [id, count] of await accounts.changeCounts(ids)) ends.set(`${ONE_ACCOUNT}${id}`, count);
    if (topics.includes(ANY_ACCOUNT)) ends.set(ANY_ACCOUNT, await numberOperationsFeed(database));
    return ends;
  };
}
