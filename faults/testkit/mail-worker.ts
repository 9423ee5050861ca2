import { fileURLToPath } from 'node:url';
import type { Processes, RunningProcess } from './processes.js';

const PROGRAM = fileURLToPath(new URL('../../apps/api/dist/worker.js', import.meta.url));

/** A worker as a process of its own, which may be killed and started again. */
export class MailWorker {
  private process: RunningProcess | undefined;

  private constructor(
    private readonly processes: Processes,
    private readonly env: Record<string, string>,
    private readonly folder: string,
  ) {}

  static async start(processes: Processes, env: Record<string, string>): Promise<MailWorker> {
    const worker = new MailWorker(processes, env, await processes.folder('worker'));
    worker.startAgain();
    return worker;
  }

  startAgain(): void {
    this.process = this.processes.spawn(process.execPath, [PROGRAM], { cwd: this.folder, env: this.env });
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await this.process?.end(signal);
  }

  expectRunning(): void {
    this.process?.expectRunning();
  }

  get pid(): number | undefined {
    return this.process?.child.pid;
  }

  /** What it has said lately: nothing more than that it has begun, if all is well. */
  get output(): string {
    return this.process?.output ?? '';
  }
}
