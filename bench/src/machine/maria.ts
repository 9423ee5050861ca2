import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { keptFolder } from './places.js';
import { freePort } from './ports.js';
import { CORE, Running } from './processes.js';

const FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];

/** As durable as by default, with memory as a database server of a few GB gives it. */
const SETTINGS = [
  '--innodb-buffer-pool-size=2G',
  '--innodb-log-file-size=1G',
  '--innodb-flush-log-at-trx-commit=1',
  '--performance-schema=OFF',
  '--local-infile=ON',
  '--max-connections=500',
];

/** A MariaDB of our own, whose data is kept from run to run. */
export class Maria {
  private constructor(
    readonly running: Running,
    readonly port: number,
  ) {}

  static async start(): Promise<Maria> {
    const folder = keptFolder('mariadb');
    const data = join(folder, 'files');
    // It refuses to run as root unless told so.
    const place = [`--datadir=${data}`, ...(process.getuid?.() === 0 ? ['--user=root'] : [])];
    if (!existsSync(join(data, 'mysql'))) await install(folder, data, place);
    const port = await freePort();
    const command = [
      findProgram('mariadbd'),
      '--no-defaults',
      ...place,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      // Another server that starts would clear a common one.
      `--tmpdir=${data}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      ...SETTINGS,
    ];
    const running = Running.start('mariadbd', command, { core: CORE.other, output: join(folder, 'output') });
    const maria = new Maria(running, port);
    await running.ready(async () => (await maria.connect()).end());
    return maria;
  }

  connect(database?: string): Promise<Connection> {
    return createConnection({
      ...{ host: '127.0.0.1', port: this.port, user: 'root', database },
      ...{ charset: 'utf8mb4_unicode_ci', timezone: 'Z', dateStrings: true },
    });
  }

  url(database: string): string {
    return `mariadb://root@127.0.0.1:${this.port}/${database}`;
  }

  async version(): Promise<string> {
    const connection = await this.connect();
    const [rows] = await connection.query('SELECT VERSION() AS version');
    await connection.end();
    return (rows as Array<{ version: string }>)[0]?.version ?? '';
  }
}

async function install(folder: string, data: string, place: readonly string[]): Promise<void> {
  // What an interrupted installation has left would not start.
  rmSync(data, { recursive: true, force: true });
  const command = [findProgram('mariadb-install-db'), '--no-defaults', '--skip-test-db', ...place];
  const running = Running.start('mariadb-install-db', [...command, '--auth-root-authentication-method=normal'], {
    core: CORE.other,
    output: join(folder, 'install-output'),
  });
  await new Promise((resolve) => running.child.once('exit', resolve));
  if (running.child.exitCode !== 0) throw new Error(`mariadb-install-db failed: see ${folder}/install-output`);
}

/** Database servers are often installed where only root looks. */
function findProgram(name: string): string {
  const found = FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed: apt-get install mariadb-server`);
  return found;
}
