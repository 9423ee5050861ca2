import type { SignalListener, Signals } from '../signals/signals.js';

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

/** Tells the followers of an account's feed, on this server, where it ends. They know whether they have come as far. */
export function tellEndOf(signals: Signals, accountId: string, end: number): void {
  signals.repeat(`${ONE_ACCOUNT}${accountId}`, end);
}

/** The same for the feed of all accounts. */
export function tellEndOfAll(signals: Signals, end: number): void {
  signals.repeat(ANY_ACCOUNT, end);
}

/** Whether anybody on this server follows a feed. */
export function isAnyFollowed(signals: Signals): boolean {
  return [...signals.topics().keys()].some(isOfFeed);
}

/** Has all followers on this server look whether their feeds grew. */
export function wakeAll(signals: Signals): void {
  for (const topic of [...signals.topics().keys()].filter(isOfFeed)) signals.repeat(topic);
}

function isOfFeed(topic: string): boolean {
  return topic === ANY_ACCOUNT || topic.startsWith(ONE_ACCOUNT);
}
