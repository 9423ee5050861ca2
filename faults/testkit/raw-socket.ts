import { once } from 'node:events';
import WebSocket from 'ws';
import type { Reachable } from './client.js';

/** A subscription spoken by hand, for clients that behave as no library lets them. */
export class RawSocket {
  private constructor(private readonly socket: WebSocket) {
    // How it ends is nobody's concern here.
    socket.on('error', () => {});
  }

  /** Opens a socket, and waits until the server has let it in. */
  static async open({ url }: Reachable, cookie: string): Promise<RawSocket> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie },
      perMessageDeflate: false,
    });
    const raw = new RawSocket(socket);
    await once(socket, 'open');
    const acknowledged = once(socket, 'message');
    raw.send({ type: 'connection_init' });
    await acknowledged;
    return raw;
  }

  /** Asks for a subscription, and does not wait for anything. */
  subscribe(query: string, variables: object = {}): this {
    this.send({ id: '1', type: 'subscribe', payload: { query, variables } });
    return this;
  }

  /** Waits for the next message. */
  async message(): Promise<void> {
    await once(this.socket, 'message');
  }

  /** Ends the subscription and not the socket. */
  complete(): void {
    this.send({ id: '1', type: 'complete' });
  }

  /** Takes nothing more off the connection, nor answers pings; the connection stays. */
  stopReading(): void {
    this.socket.pause();
  }

  /** Closes it with a farewell, and waits for the server's. */
  async close(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  /** Cuts the connection. */
  drop(): void {
    this.socket.terminate();
  }

  private send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }
}
