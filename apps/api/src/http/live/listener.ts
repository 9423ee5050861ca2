import type { WebSocket } from 'ws';
import type { Audience } from './audience.js';
import type { Audiences } from './audiences.js';
import type { Message } from './message.js';
import type { Programme } from './programme.js';

/** How much may wait to be sent over a socket before it counts as not keeping up, in bytes. */
const MOST_WAITING_BYTES = 16 * 1024;

const AS_TEXT = { binary: false };

/** What a listener needs of its socket. */
export type Outlet = Pick<WebSocket, 'bufferedAmount' | 'send'>;

/**
 * A subscription of a socket that the audiences have admitted, as graphql-ws wants to see it: asked for the next answer it lets wait until the subscription
 * ends, while the answers go to the socket straight from an audience.
 */
export class Listener implements AsyncIterableIterator<never> {
  /** Where it sits; nowhere before it begins, once it has ended, and while it does not keep up. */
  audience: Audience | undefined;
  hasEnded = false;
  private resolve: ((result: IteratorReturnResult<undefined>) => void) | undefined;
  private reject: ((error: unknown) => void) | undefined;

  /**
   * @param programme what it is told
   * @param id what the client knows the operation by
   */
  constructor(
    private readonly audiences: Audiences,
    private programme: Programme,
    private readonly socket: Outlet,
    private readonly id: string,
  ) {}

  /** Begins to listen. Asked once: the answer comes when the subscription has ended. */
  next(): Promise<IteratorReturnResult<undefined>> {
    if (this.hasEnded) return this.return();
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
      this.sitDown(this.programme.following.after);
    });
  }

  /** Ends it at once. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    const result = { done: true, value: undefined } as const;
    this.end();
    this.audience?.leave(this);
    this.resolve?.(result);
    return result;
  }

  /** Ends it with an error. */
  fail(error: unknown): void {
    this.end();
    this.audience = undefined;
    this.reject?.(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Is seated by an audience, whose programme equals its own; so that is not kept. */
  join(audience: Audience, programme: Programme): void {
    this.audience = audience;
    this.programme = programme;
  }

  /**
   * Sends it a message. False if it does not keep up: then it has to go, and comes back when its socket has been rid of
   * all that waited.
   * @param position where the change stands that it is about
   */
  take(message: Message, position: number): boolean {
    const bytes = message.to(this.id);
    if (this.socket.bufferedAmount <= MOST_WAITING_BYTES) {
      this.socket.send(bytes, AS_TEXT);
      return true;
    }
    this.socket.send(bytes, AS_TEXT, (error) => {
      // What cannot be sent any more ends with its socket.
      if (!error) this.sitDown(position);
    });
    return false;
  }

  private end(): void {
    if (!this.hasEnded) this.audiences.release(this.programme);
    this.hasEnded = true;
  }

  private sitDown(position: number): void {
    if (!this.hasEnded) this.audiences.seat(this, this.programme, position);
  }
}
