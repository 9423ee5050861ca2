import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';
import { freePort } from './ports.js';
import type { Processes, RunningProcess } from './processes.js';

const PROGRAM = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const SIGNALS = new URL('../../apps/api/dist/signals/signals.js', import.meta.url).href;
const PROBE = new URL('probe.mjs', import.meta.url).href;

export interface ServerSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Fills an empty database with the demo accounts. Two servers that start at once must not both do so. */
  readonly demo: boolean;
  /** Lets `state()` look inside the process. */
  readonly probe?: boolean;
  /** For Node.js, e.g. `--max-old-space-size=256`. */
  readonly nodeArgs?: readonly string[];
  /** More settings, e.g. `{ COST_BUDGET: '1' }`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the probe tells of a server. */
export interface ServerState {
  /** In bytes, after a garbage collection. */
  readonly memory: { readonly rss: number; readonly heapUsed: number; readonly external: number };
  /** What keeps the process alive, counted by type, e.g. `TCPSocketWrap`. */
  readonly resources: Readonly<Record<string, number>>;
  /** Open files, sockets and pipes of the process. */
  readonly openFiles: number;
  /** Listeners to signals, over all topics. */
  readonly listeners: number;
}

/** The built server as a process of its own, on a port of its own that it keeps. */
export class Server {
  private process: RunningProcess | undefined;

  private constructor(
    readonly url: string,
    private readonly settings: ServerSettings,
    private readonly processes: Processes,
    /** Where it runs, so that what it writes by default does not land in the repository. */
    private readonly folder: string,
  ) {}

  static async start(processes: Processes, settings: ServerSettings): Promise<Server> {
    if (!existsSync(PROGRAM)) throw new Error('Build the server first: npx turbo run build --filter=@oops/api');
    const folder = await processes.folder('server');
    const server = new Server(`http://127.0.0.1:${await freePort()}`, settings, processes, folder);
    await server.startAgain();
    return server;
  }

  /** Starts it on the same port and database as before, and waits until it is ready. */
  async startAgain(): Promise<void> {
    const { databaseUrl, redisUrl = '', demo, probe = false, nodeArgs = [], environment } = this.settings;
    const args = [...nodeArgs, ...(probe ? ['--expose-gc', '--import', PROBE] : []), PROGRAM];
    const env = {
      PORT: new URL(this.url).port,
      PUBLIC_URL: this.url,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      DEMO: String(demo),
      ...(probe && { OOPS_PROBE_SIGNALS: SIGNALS }),
      ...environment,
    };
    this.process = this.processes.spawn(process.execPath, args, { cwd: this.folder, env, ipc: probe });
    await this.ready();
  }

  /** Waits until it answers and reaches its database. */
  ready(withinMs?: number): Promise<void> {
    return eventually(async () => {
      this.expectRunning();
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (!answer?.ok) throw new Error(`the server is not ready:\n${this.output}`);
    }, withinMs);
  }

  /** Waits until its signals reach other servers. */
  async reachesRedis(): Promise<void> {
    await eventually(async () => {
      this.expectRunning();
      const { signals } = (await (await fetch(`${this.url}/readyz`)).json()) as { signals: string };
      if (signals !== 'redis reachable') throw new Error(`signals: ${signals}`);
    });
  }

  /** Ends it and waits until it is gone: at once, or with a farewell. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await this.process?.end(signal);
  }

  /** Fails if it has ended by itself. */
  expectRunning(): void {
    this.process?.expectRunning();
  }

  get pid(): number | undefined {
    return this.process?.child.pid;
  }

  /** What it has said lately. */
  get output(): string {
    return this.process?.output ?? '';
  }

  /** Looks inside. Only with `probe`. */
  state(): Promise<ServerState> {
    const child = this.process?.child;
    if (!child?.connected) throw new Error('this server was started without a probe');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the probe did not answer')), 30_000);
      child.once('message', (answer) => {
        clearTimeout(timer);
        const { failure, state } = answer as { failure?: string; state: ServerState };
        if (failure) reject(new Error(failure));
        else resolve(state);
      });
      child.send({ ask: 'state' });
    });
  }
}
