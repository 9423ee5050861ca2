import { AccountReader } from '../accounts/account.reader.js';
import type { Services } from '../services.js';
import type { FindMissed } from '../signals/poll.js';
import type { Signals } from '../signals/signals.js';
import { numberOperationsFeed } from './number-operations-feed.js';

const ANY_ACCOUNT = 'changes';
const ONE_ACCOUNT = 'changes:';

/** Tells the followers of an account's feed, and those of all accounts, that it grew. */
export function announceGrowth(signals: Signals, accountId: string): void {
  signals.send(`${ONE_ACCOUNT}${accountId}`);
  signals.send(ANY_ACCOUNT);
}

/** Calls `listener` when an account's feed grew. Returns how to stop. */
export function onGrowthOf(signals: Signals, accountId: string, listener: () => void): () => void {
  return signals.on(`${ONE_ACCOUNT}${accountId}`, listener);
}

/** Calls `listener` when any account's feed grew. Returns how to stop. */
export function onAnyGrowth(signals: Signals, listener: () => void): () => void {
  return signals.on(ANY_ACCOUNT, listener);
}

/** Finds the feeds that have grown since they were last looked at. One that was not looked at before counts as grown. */
export function findMissedGrowth({ database, signals }: Pick<Services, 'database' | 'signals'>): FindMissed {
  const accounts = new AccountReader(database.reader);
  const known = new Map<string, number>();
  return async (topics) => {
    const ids = topics.filter((topic) => topic.startsWith(ONE_ACCOUNT)).map((topic) => topic.slice(ONE_ACCOUNT.length));
    const ends = new Map<string, number>();
    for (const [id, count] of await accounts.changeCounts(ids)) ends.set(`${ONE_ACCOUNT}${id}`, count);
    if (topics.includes(ANY_ACCOUNT)) ends.set(ANY_ACCOUNT, await numberOperationsFeed(database));
    const grown = [...ends.keys()].filter((topic) => ends.get(topic) !== known.get(topic));
    for (const [topic, end] of ends) known.set(topic, end);
    const awaited = signals.topics();
    if (known.size > 2 * awaited.size) for (const topic of known.keys()) if (!awaited.has(topic)) known.delete(topic);
    return grown;
  };
}
