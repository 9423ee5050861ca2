import { connect, type Socket } from 'node:net';
import { clientFrame, type Frame, OPCODE, takeFrames } from './frames.js';

/** What arrives is read into this by all sockets in turn, so that each costs little memory of its own. */
const shared = Buffer.allocUnsafe(64 * 1024);

const NOTHING = Buffer.alloc(0);

export interface SocketOptions {
  readonly port: number;
  readonly token: string;
  /** What is said once the server has answered `connection_init`; null where nothing is expected of either. */
  readonly subscribe: object | null;
  /** A text of the server, other than what belongs to the opening. It is overwritten afterwards. */
  onText(text: Buffer): void;
  onEnd(why: string): void;
}

/** A WebSocket that is subscribed, and answers pings. `ws` would do the same, at several times the work. */
export class LightSocket {
  private rest: Buffer = NOTHING;
  private isUpgraded = false;
  private isReady = false;
  private readonly socket: Socket;
  private ready = () => {};

  private constructor(private readonly options: SocketOptions) {
    const { port, token } = options;
    this.socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: shared, callback: (length, buffer) => this.take((buffer as Buffer).subarray(0, length)) },
    });
    this.socket.on('error', ({ message }) => options.onEnd(message)).on('close', () => options.onEnd('closed'));
    this.socket.write(
      [
        ...['GET /graphql HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Connection: Upgrade', 'Upgrade: websocket'],
        ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='],
        ...['Sec-WebSocket-Protocol: graphql-transport-ws', `Cookie: oops_session=${token}`, '', ''],
      ].join('\r\n'),
    );
  }

  /** Opens one, and resolves once it has subscribed. */
  static open(options: SocketOptions): Promise<LightSocket> {
    const socket = new LightSocket(options);
    return new Promise((resolve) => {
      socket.ready = () => resolve(socket);
    });
  }

  private take(bytes: Buffer): boolean {
    let all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    if (!this.isUpgraded) {
      const end = all.indexOf('\r\n\r\n');
      if (end === -1) return this.keep(all);
      if (!all.subarray(0, end).includes(' 101 ')) this.options.onEnd(all.toString('latin1'));
      this.isUpgraded = true;
      all = all.subarray(end + 4);
      if (this.options.subscribe) this.send({ type: 'connection_init' });
      else this.begin();
    }
    return this.keep(takeFrames(all, (frame) => this.hear(frame)));
  }

  /** Holds on to what is not whole yet, as the shared buffer is about to be overwritten. */
  private keep(rest: Buffer): boolean {
    this.rest = rest.length === 0 ? NOTHING : Buffer.from(rest);
    return true;
  }

  private hear({ opcode, payload }: Frame): void {
    if (opcode === OPCODE.ping) this.socket.write(clientFrame(OPCODE.pong, payload));
    else if (opcode === OPCODE.close)
      this.options.onEnd(`closed with ${payload.readUInt16BE(0)} ${payload.subarray(2)}`);
    else if (this.isReady) this.options.onText(payload);
    else if (payload.includes('connection_ack')) {
      if (this.options.subscribe) this.send(this.options.subscribe);
      this.begin();
    }
  }

  private begin(): void {
    this.isReady = true;
    this.ready();
  }

  private send(message: object): void {
    this.socket.write(clientFrame(OPCODE.text, Buffer.from(JSON.stringify(message))));
  }
}
