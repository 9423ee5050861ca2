import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { eventually } from './eventually.js';
import { freePort } from './ports.js';
import type { Processes, RunningProcess } from './processes.js';
import { findProgram } from './programs.js';

/** A MariaDB of our own, with a data directory of its own. As durable as by default, and small. */
export class Maria {
  private process: RunningProcess | undefined;

  private constructor(
    private readonly processes: Processes,
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(processes: Processes): Promise<Maria> {
    const program = findProgram('mariadb-install-db');
    findProgram('mariadbd');
    const folder = await processes.folder('mariadb');
    const maria = new Maria(processes, folder, await freePort());
    const install = ['--no-defaults', '--auth-root-authentication-method=normal', '--skip-test-db', ...maria.place()];
    await processes.spawn(program, install, { cwd: folder }).finish();
    await maria.startAgain();
    return maria;
  }

  /** Starts it on the same port and data as before, and waits until it accepts connections. */
  async startAgain(): Promise<void> {
    const args = [
      '--no-defaults',
      ...this.place(),
      `--socket=${join(this.folder, 'socket')}`,
      `--pid-file=${join(this.folder, 'pid')}`,
      '--bind-address=127.0.0.1',
      `--port=${this.port}`,
      '--innodb-buffer-pool-size=32M',
      '--innodb-log-file-size=32M',
      '--performance-schema=OFF',
      // What io_uring has under way outlives a killed process, and would write under the next one's recovery.
      '--innodb-use-native-aio=OFF',
    ];
    const process = this.processes.spawn(findProgram('mariadbd'), args, { cwd: this.folder });
    this.process = process;
    await eventually(async () => {
      process.expectRunning();
      await (await this.connect()).end();
    });
  }

  /** Ends it at once: what it has not written is lost. */
  async kill(): Promise<void> {
    await this.process?.end('SIGKILL');
  }

  /** The URL of a new, empty database. */
  async createDatabase(name: string): Promise<string> {
    const connection = await this.connect();
    await connection.query(`CREATE DATABASE ${name}`);
    await connection.end();
    return `mariadb://root@127.0.0.1:${this.port}/${name}`;
  }

  private connect(): Promise<Connection> {
    return createConnection({ host: '127.0.0.1', port: this.port, user: 'root' });
  }

  private place(): string[] {
    // It refuses to run as root unless told so.
    const isRoot = process.getuid?.() === 0;
    return [`--datadir=${join(this.folder, 'data')}`, ...(isRoot ? ['--user=root'] : [])];
  }
}
