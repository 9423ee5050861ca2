import { builtProgram } from '../machine/places.js';
import { CORE, Running } from '../machine/processes.js';
import type { Arrival, Done, Order } from './orders.js';

/** Many sockets to one server, held by a process beside the database. */
export class Sockets {
  private readonly running = Running.start('the sockets', [process.execPath, builtProgram('live/sockets-program.js')], {
    core: CORE.other,
    ipc: true,
  });

  /** @param subscribe what each says; null at a server that takes no word */
  constructor(
    private readonly url: string,
    private readonly subscribe: object | null,
  ) {}

  /** Opens one for each token, beside those that are open. */
  async open(tokens: readonly string[]): Promise<void> {
    await this.ask({ kind: 'open', port: Number(new URL(this.url).port), tokens, subscribe: this.subscribe });
  }

  /** Does something, and waits for so many changes to arrive. */
  async await(count: number, act: () => Promise<unknown>): Promise<{ arrivals: readonly Arrival[]; text: string }> {
    const arrived = this.ask({ kind: 'await', count });
    await act();
    return arrived;
  }

  /** What has arrived since it was last asked. */
  async collect(): Promise<readonly Arrival[]> {
    return (await this.ask({ kind: 'collect' })).arrivals;
  }

  async close(): Promise<void> {
    await this.running.end('SIGKILL');
  }

  private ask<K extends Order['kind']>(order: Order & { kind: K }): Promise<Done & { kind: K }> {
    const { child } = this.running;
    return new Promise((resolve, reject) => {
      const hear = (done: Done) => {
        if (done.kind !== order.kind && done.kind !== 'failed') return;
        child.off('message', hear);
        if (done.kind === 'failed') reject(new Error(`a socket has failed: ${done.reason}`));
        else resolve(done as Done & { kind: K });
      };
      child.on('message', hear);
      child.send(order);
    });
  }
}
