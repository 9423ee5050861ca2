import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROGRAM_PATH } from './environment.js';

/** How much of what a process says is kept, in characters: its end tells why it failed. */
const KEPT_OUTPUT = 20_000;

const GUARD = fileURLToPath(new URL('guard.mjs', import.meta.url));

export interface SpawnOptions {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  /** Opens a channel for messages between Node.js programs. */
  readonly ipc?: boolean;
}

/**
 * The processes and folders of one test. A guard, which is a process of its own, ends and removes what is left of them
 * when the test ends, even if that is killed. (Jest hides the `exit` event of the real process from tests.)
 */
export class Processes {
  private readonly guard = spawn(process.execPath, [GUARD], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });

  constructor() {
    // A guard that has gone first has nothing left to be told.
    this.guard.stdin.on('error', () => {});
  }

  async folder(name: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), `oops-faults-${name}-`));
    this.tell(`+folder ${folder}`);
    return folder;
  }

  spawn(program: string, args: readonly string[], { cwd, env, ipc }: SpawnOptions): RunningProcess {
    const child = spawn(program, args, {
      cwd,
      env: { PATH: PROGRAM_PATH, ...env },
      stdio: ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid) {
      this.tell(`+pid ${child.pid}`);
      // A number that has become free may soon be that of somebody else's process.
      child.once('exit', () => this.tell(`-pid ${child.pid}`));
    }
    return new RunningProcess(child, program);
  }

  /** Ends everything at once and waits until it is gone, folders included. */
  async end(): Promise<void> {
    const ended = once(this.guard, 'exit');
    this.guard.stdin.end();
    await ended;
  }

  private tell(line: string): void {
    if (!this.guard.stdin.writableEnded) this.guard.stdin.write(`${line}\n`);
  }
}

export class RunningProcess {
  output = '';
  private readonly ended: Promise<unknown>;

  constructor(
    readonly child: ChildProcess,
    private readonly program: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        this.output = (this.output + text).slice(-KEPT_OUTPUT);
      });
    this.ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', (error) => {
        this.output += error.message;
        resolve();
      });
    });
  }

  get isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Fails, with what the process has said, if it has ended by itself. */
  expectRunning(): void {
    if (!this.isRunning) throw new Error(`${this.program} ended by itself:\n${this.output}`);
  }

  /** Sends a signal and waits until the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (this.isRunning) this.child.kill(signal);
    await this.ended;
  }

  /** Waits until it ends by itself, which must be in success. */
  async finish(): Promise<void> {
    await this.ended;
    if (this.child.exitCode !== 0) throw new Error(`${this.program} failed:\n${this.output}`);
  }
}
