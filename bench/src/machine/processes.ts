import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';

/** The cores of the machine: what is measured has one to itself; database, load and all else share the other. */
export const CORE = { measured: 0, other: 1 } as const;

/** Moves ourselves to a core. */
export function moveTo(core: number): void {
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(process.pid)]);
}

export interface StartOptions {
  readonly core: number;
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** The file that it writes its output to, anew each time; without one, our own output. */
  readonly output?: string;
  /** Opens a channel for messages between Node.js programs. */
  readonly ipc?: boolean;
}

/** A process on a core of its own choice. It never outlives us. */
export class Running {
  private static readonly all = new Set<Running>();

  private constructor(
    readonly child: ChildProcess,
    private readonly name: string,
  ) {
    Running.all.add(this);
    child.once('exit', () => Running.all.delete(this));
  }

  static start(name: string, command: readonly string[], { core, cwd, env, output, ipc }: StartOptions): Running {
    const out = output === undefined ? 'inherit' : openSync(output, 'w');
    const child = spawn('taskset', ['--cpu-list', String(core), ...command], {
      cwd,
      env,
      stdio: ipc ? ['ignore', out, out, 'ipc'] : ['ignore', out, out],
      serialization: 'advanced',
    });
    return new Running(child, name);
  }

  /** Ends at once whatever is left. */
  static killAll(): void {
    for (const { child } of Running.all) child.kill('SIGKILL');
  }

  get pid(): number {
    if (this.child.pid === undefined || this.hasEnded) throw new Error(`${this.name} does not run`);
    return this.child.pid;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Tells it to end, and waits until it has. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }

  /** Tries until `attempt` no longer throws. Fails if the process ends before, or after so many milliseconds. */
  async ready(attempt: () => Promise<unknown>, withinMs = 120_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      try {
        await attempt();
        return;
      } catch (failure) {
        if (this.hasEnded) throw new Error(`${this.name} has ended by itself`, { cause: failure });
        if (Date.now() > deadline) throw new Error(`${this.name} does not get ready`, { cause: failure });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}

process.once('exit', () => Running.killAll());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
