import { once } from 'node:events';
import { connect } from 'node:net';
import { eventually } from './eventually.js';
import { freePort } from './ports.js';
import type { Processes, RunningProcess } from './processes.js';
import { findProgram } from './programs.js';

/** A Redis of our own, which keeps nothing. */
export class Redis {
  private process: RunningProcess | undefined;
  readonly url: string;

  private constructor(
    private readonly processes: Processes,
    private readonly folder: string,
    readonly port: number,
  ) {
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(processes: Processes): Promise<Redis> {
    findProgram('redis-server');
    const redis = new Redis(processes, await processes.folder('redis'), await freePort());
    await redis.startAgain();
    return redis;
  }

  /** Starts it on the same port as before, and waits until it answers. */
  async startAgain(): Promise<void> {
    const args = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const process = this.processes.spawn(findProgram('redis-server'), [...args, '--dir', this.folder], {
      cwd: this.folder,
    });
    this.process = process;
    await eventually(async () => {
      process.expectRunning();
      const socket = connect(this.port, '127.0.0.1');
      try {
        await once(socket, 'connect');
        socket.write('PING\r\n');
        const [answer] = await once(socket, 'data');
        if (!String(answer).startsWith('+PONG')) throw new Error(`Redis answered ${answer}`);
      } finally {
        socket.destroy();
      }
    });
  }

  async kill(): Promise<void> {
    await this.process?.end('SIGKILL');
  }
}
