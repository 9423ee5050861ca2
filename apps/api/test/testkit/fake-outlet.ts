import type { Outlet } from '../../src/http/live/listener.js';

const MUCH = 1024 * 1024;

type Done = (error?: Error) => void;

/** A socket in memory, whose other side can stop reading. */
export class FakeOutlet implements Outlet {
  bufferedAmount = 0;
  /** All that was sent over it. */
  readonly messages: Array<{ id: string; type: string; payload: unknown }> = [];
  private waiting: Done[] = [];
  private heedWrite = () => {};

  /** What the messages were about. */
  get payloads(): unknown[] {
    return this.messages.map(({ payload }) => payload);
  }

  /** Lets everything wait that is sent from now on. */
  stopReading(): void {
    this.bufferedAmount = MUCH;
  }

  /** Takes all that has waited. */
  readOn(): void {
    this.bufferedAmount = 0;
    for (const done of this.waiting.splice(0)) done();
  }

  /** Loses what waits, as when the connection is cut. */
  breakOff(): void {
    for (const done of this.waiting.splice(0)) done(new Error('cut'));
  }

  /** Calls something at each message. */
  onWrite(heed: () => void): void {
    this.heedWrite = heed;
  }

  send = ((message: Buffer, _options: object, done?: Done) => {
    this.messages.push(JSON.parse(message.toString()));
    if (done) this.waiting.push(done);
    this.heedWrite();
  }) as Outlet['send'];
}
