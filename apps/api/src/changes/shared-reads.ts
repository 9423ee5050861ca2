import type { ChangeRow } from './change-row.js';

/**
 * Lets those who follow one feed at one server share what they read: all who are woken together at the same place cost
 * the database one statement, and hold the same rows while they wait to be sent. Nothing is kept once it has been read.
 */
export class SharedReads {
  private readonly underWay = new Map<string, Map<string, Promise<readonly ChangeRow[]>>>();

  /** Joins a read of the same place that is under way, or begins one. */
  read(feedId: string, after: number, limit: number, begin: () => Promise<ChangeRow[]>): Promise<readonly ChangeRow[]> {
    const place = `${after}:${limit}`;
    const others = this.underWay.get(feedId) ?? new Map<string, Promise<readonly ChangeRow[]>>();
    const joined = others.get(place);
    if (joined) return joined;
    const read = begin().finally(() => {
      others.delete(place);
      if (others.size === 0 && this.underWay.get(feedId) === others) this.underWay.delete(feedId);
    });
    others.set(place, read);
    this.underWay.set(feedId, others);
    return read;
  }

  /** Lets nobody join what is under way, because it may not see how the feed has grown. */
  forget(feedId: string): void {
    this.underWay.delete(feedId);
  }
}
