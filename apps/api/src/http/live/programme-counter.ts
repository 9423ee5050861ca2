import type { Programme } from './programme.js';

/** The most programmes that one account follows at a time at this server: each is executed anew for each change. */
export const MAX_PROGRAMMES = 50;

/** Counts the listeners of each programme, by account. */
export class ProgrammeCounter {
  private readonly followed = new Map<string, Map<string, number>>();

  /** Counts a listener. False, and not counted, if its account follows as many other programmes as it may. */
  add({ accountId, key }: Programme): boolean {
    const programmes = this.followed.get(accountId) ?? new Map<string, number>();
    const before = programmes.get(key) ?? 0;
    if (before === 0 && programmes.size >= MAX_PROGRAMMES) return false;
    programmes.set(key, before + 1);
    this.followed.set(accountId, programmes);
    return true;
  }

  /** Takes back a listener that was counted. */
  remove({ accountId, key }: Programme): void {
    const programmes = this.followed.get(accountId);
    const left = (programmes?.get(key) ?? 1) - 1;
    if (left > 0) programmes?.set(key, left);
    else programmes?.delete(key);
    if (programmes?.size === 0) this.followed.delete(accountId);
  }
}
