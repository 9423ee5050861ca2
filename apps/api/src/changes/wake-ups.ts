import { EventEmitter } from 'node:events';

/**
 * Tells followers that there is something new to read: "account X has reached sequence N", and no more than that. What
 * it was is read from the database. A lost wake-up is made good by the followers' own poll.
 */
export interface WakeUps {
  announce(accountId: string, sequence: number): void;
  /** Calls `listener` whenever this account's feed grew. Returns how to stop. */
  onAccount(accountId: string, listener: () => void): () => void;
  /** Calls `listener` whenever any account's feed grew. Returns how to stop. */
  onAny(listener: () => void): () => void;
  /** How many are listening: a measure of what stays behind when followers leave. */
  listenerCount(): number;
}

const ANY = Symbol('any account');

/** Wake-ups within one process. */
export class InProcessWakeUps implements WakeUps {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  announce(accountId: string, sequence: number): void {
    this.emitter.emit(accountId, sequence);
    this.emitter.emit(ANY);
  }

  onAccount(accountId: string, listener: () => void): () => void {
    return this.on(accountId, listener);
  }

  onAny(listener: () => void): () => void {
    return this.on(ANY, listener);
  }

  listenerCount(): number {
    return this.emitter.eventNames().reduce((count, event) => count + this.emitter.listenerCount(event), 0);
  }

  private on(event: string | symbol, listener: () => void): () => void {
    this.emitter.on(event, listener);
    return () => this.emitter.off(event, listener);
  }
}
