import { EventEmitter } from 'node:events';

/** Tells what is still open for a session, such as a socket, that the session has ended. Within one process. */
export class SessionEnds {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  announce(token: string): void {
    this.emitter.emit(token);
  }

  /** Calls `listener` when the session of this token ends. Returns how to stop. */
  on(token: string, listener: () => void): () => void {
    this.emitter.on(token, listener);
    return () => this.emitter.off(token, listener);
  }
}
