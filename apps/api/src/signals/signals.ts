import { EventEmitter } from 'node:events';

/** How signals travel: within this process only, or between servers over Redis, if that can be reached. */
export type SignalsReach = 'in process' | 'redis reachable' | 'redis unreachable';

/**
 * Short words between those who know that something happened and those who wait for it, on this server and on others.
 * A signal carries nothing but its topic, and may be lost: `poll.ts` then finds in the database that there was one.
 */
export interface Signals {
  send(topic: string): void;
  /** Says again, to this server alone, what may not have come through to it. */
  repeat(topic: string): void;
  /** Calls `listener` at each signal of a topic. Returns how to stop. */
  on(topic: string, listener: () => void): () => void;
  /** The topics that somebody on this server listens to. */
  topics(): string[];
  /** How many are listening: a measure of what stays behind when listeners leave. */
  listenerCount(): number;
  reach(): SignalsReach;
  close(): Promise<void>;
}

/** Signals within one process. */
export class InProcessSignals implements Signals {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  send(topic: string): void {
    this.emitter.emit(topic);
  }

  repeat(topic: string): void {
    this.send(topic);
  }

  on(topic: string, listener: () => void): () => void {
    this.emitter.on(topic, listener);
    return () => this.emitter.off(topic, listener);
  }

  topics(): string[] {
    return this.emitter.eventNames() as string[];
  }

  listenerCount(): number {
    return this.topics().reduce((count, topic) => count + this.emitter.listenerCount(topic), 0);
  }

  reach(): SignalsReach {
    return 'in process';
  }

  async close(): Promise<void> {}
}
