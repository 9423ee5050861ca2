import type { ChangeFeed } from '../../src/changes/change-feed.js';
import type { ChangeRow } from '../../src/changes/change-row.js';
import type { followFeed } from '../../src/changes/follow-feed.js';

const { jest } = import.meta;

/** A feed in memory, whose reads can be held up. */
export class FakeFeed implements ChangeFeed {
  readonly reads: Array<{ after: number; limit: number }> = [];
  private readonly log: ChangeRow[] = [];
  private readonly listeners = new Set<(end?: number) => void>();
  private held: Promise<void> | undefined;
  private failure: Error | undefined;

  get listenerCount(): number {
    return this.listeners.size;
  }

  /** Adds changes without a word to anybody. */
  growSilently(count = 1, change: Partial<ChangeRow> = {}): void {
    for (let added = 0; added < count; added += 1) {
      this.log.push({ ...change, sequence: this.log.length + 1 } as ChangeRow);
    }
  }

  grow(count = 1): void {
    this.growSilently(count);
    this.wake();
  }

  wake(end?: number): void {
    for (const listener of [...this.listeners]) listener(end);
  }

  /** Reads see what there is when they begin, and answer only once the function returned has been called. */
  holdReads(): () => void {
    let release = () => {};
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.held = undefined;
      release();
    };
  }

  failReads(failure: Error | undefined): void {
    this.failure = failure;
  }

  async read(after: number, limit: number): Promise<ChangeRow[]> {
    this.reads.push({ after, limit });
    const seen = this.log.slice(after, after + limit);
    await this.held;
    if (this.failure) throw this.failure;
    return seen;
  }

  readShared(after: number, limit: number): Promise<ChangeRow[]> {
    return this.read(after, limit);
  }

  async end(): Promise<number> {
    return this.log.length;
  }

  async positionOf({ sequence }: ChangeRow): Promise<number> {
    return sequence;
  }

  onGrowth(listener: (end?: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  cursorAt(position: number): string {
    return `at ${position}`;
  }

  async positionAt(cursor: string): Promise<number> {
    return Number(cursor.slice('at '.length));
  }
}

/** The sequences from one to another. */
export const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, index) => from + index);

/** Takes the next changes, and says which they were. */
export async function take(followed: ReturnType<typeof followFeed>, count: number): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < count) {
    const { done, value } = await followed.next();
    if (done) break;
    taken.push(value.change.sequence);
  }
  return taken;
}

/** Lets everything happen that needs no time to pass. */
export const settle = () => jest.advanceTimersByTimeAsync(0);

/** Whether something has come to an end by now, with all that needs no time done. */
export async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  promise.finally(() => {
    pending = false;
  });
  await settle();
  return pending;
}
