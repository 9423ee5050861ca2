import type { Signals } from '../signals/signals.js';

const ANY_ACCOUNT = 'changes';

const topicOf = (accountId: string) => `changes:${accountId}`;

/** Tells the followers of an account's feed, and those of all accounts, that it grew. */
export function announceGrowth(signals: Signals, accountId: string): void {
  signals.send(topicOf(accountId));
  signals.send(ANY_ACCOUNT);
}

/** Calls `listener` when an account's feed grew. Returns how to stop. */
export function onGrowthOf(signals: Signals, accountId: string, listener: () => void): () => void {
  return signals.on(topicOf(accountId), listener);
}

/** Calls `listener` when any account's feed grew. Returns how to stop. */
export function onAnyGrowth(signals: Signals, listener: () => void): () => void {
  return signals.on(ANY_ACCOUNT, listener);
}
