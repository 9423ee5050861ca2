import { type Bucket, type Budget, fullBucket, refill, type Taking } from './bucket.js';

/** The buckets that whoever asks pays from, by a key that names the account or address. */
export interface Budgets {
  /** Takes so many points, if there are as many. */
  take(payer: string, points: number, budget: Budget): Promise<Taking>;
  /**
   * Puts right what was taken too much or too little. Never refused; it may leave less than nothing.
   * @param points what comes back; negative for what is to be taken in addition
   */
  settle(payer: string, points: number, budget: Budget): Promise<Taking>;
  close(): Promise<void>;
}

/** From so many buckets on, those are looked for that have become full and so need not be remembered. */
const MANY_BUCKETS = 10_000;

/** Buckets of one process. */
export class InProcessBudgets implements Budgets {
  private readonly buckets = new Map<string, { bucket: Bucket; budget: Budget }>();

  /** @param now the time, in milliseconds since 1970 */
  constructor(private readonly now: () => number = Date.now) {}

  async take(payer: string, points: number, budget: Budget): Promise<Taking> {
    return this.change(payer, -points, budget, false);
  }

  async settle(payer: string, points: number, budget: Budget): Promise<Taking> {
    return this.change(payer, points, budget, true);
  }

  async close(): Promise<void> {}

  /** How many buckets are remembered: a measure of what strangers can fill the memory with. */
  get size(): number {
    return this.buckets.size;
  }

  private change(payer: string, points: number, budget: Budget, always: boolean): Taking {
    const now = this.now();
    const { left, at } = refill(this.buckets.get(payer)?.bucket ?? fullBucket(budget, now), budget, now);
    const taken = always || left + points * 1000 >= 0;
    const after = taken ? Math.min(budget.maximum * 1000, left + points * 1000) : left;
    // Set anew, so that the map stays in the order of use.
    this.buckets.delete(payer);
    if (this.buckets.size >= MANY_BUCKETS) this.forgetSome(now);
    this.buckets.set(payer, { bucket: { left: after, at }, budget });
    return { taken, left: after / 1000 };
  }

  /** Forgets what is full again, and, should that be none, whoever has been away longest. */
  private forgetSome(now: number): void {
    for (const [payer, { bucket, budget }] of this.buckets) {
      if (refill(bucket, budget, now).left >= budget.maximum * 1000) this.buckets.delete(payer);
    }
    for (const payer of this.buckets.keys()) {
      if (this.buckets.size < MANY_BUCKETS) return;
      this.buckets.delete(payer);
    }
  }
}
