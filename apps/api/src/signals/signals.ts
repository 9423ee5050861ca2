/** How signals travel: within this process only, or between servers over Redis, if that can be reached. */
export type SignalsReach = 'in process' | 'redis reachable' | 'redis unreachable';

/** What somebody listens to, oldest first. Whoever walks through `keys()` meets those that come in meanwhile too. */
export type Topics = Pick<ReadonlyMap<string, unknown>, 'has' | 'size' | 'keys'>;

/**
 * Hears a signal.
 * @param reached how far what the topic counts has come, where that is known: whoever has come as far has missed nothing
 */
export type SignalListener = (reached?: number) => void;

/**
 * Short words between those who know that something happened and those who wait for it, on this server and on others.
 * A signal carries nothing but its topic, and may be lost: polls then find in the database that there was one.
 */
export interface Signals {
  send(topic: string): void;
  /** Says again, to this server alone, what may not have come through to it. */
  repeat(topic: string, reached?: number): void;
  /** Calls `listener` at each signal of a topic. Returns how to stop. */
  on(topic: string, listener: SignalListener): () => void;
  /** The topics that somebody on this server listens to. */
  topics(): Topics;
  /** How many are listening: a measure of what stays behind when listeners leave. */
  listenerCount(): number;
  reach(): SignalsReach;
  close(): Promise<void>;
}

/** Signals within one process. */
export class InProcessSignals implements Signals {
  private readonly listeners = new Map<string, Set<SignalListener>>();

  send(topic: string): void {
    this.repeat(topic);
  }

  repeat(topic: string, reached?: number): void {
    for (const listener of [...(this.listeners.get(topic) ?? [])]) listener(reached);
  }

  on(topic: string, listener: SignalListener): () => void {
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(topic) === listeners) this.listeners.delete(topic);
    };
  }

  topics(): Topics {
    return this.listeners;
  }

  listenerCount(): number {
    return [...this.listeners.values()].reduce((count, { size }) => count + size, 0);
  }

  reach(): SignalsReach {
    return 'in process';
  }

  async close(): Promise<void> {}
}
