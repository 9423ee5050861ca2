import { cpus, release, totalmem } from 'node:os';
import type { Maria } from './maria.js';
import { nodeFlags } from './node.js';

/** What it was measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly linux: string;
  readonly node: string;
  readonly nodeFlags: string;
  readonly mariadb: string;
}

export async function describeMachine(maria: Maria): Promise<Machine> {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    linux: release(),
    node: process.version,
    nodeFlags: nodeFlags().join(' '),
    mariadb: await maria.version(),
  };
}
