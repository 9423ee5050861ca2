import { readFileSync } from 'node:fs';
import type { Connection } from 'mysql2/promise';

/** Clock ticks a second, in which Linux counts processor time. */
const TICKS_PER_SECOND = 100;

/** The processor time that a process has used so far, in milliseconds. */
function cpuMs(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return ((user + system) * 1000) / TICKS_PER_SECOND;
}

/** How much memory a process has in use now, and had at most, in bytes. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** What was used between two moments. */
export interface Used {
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly statements: number;
}

/** Begins to watch what is used, and returns how to read it off. */
export async function watch(
  connection: Connection,
  serverPid: number,
  databasePid: number,
): Promise<() => Promise<Used>> {
  const read = async (): Promise<Used> => {
    const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'Questions'");
    return {
      serverCpuMs: cpuMs(serverPid),
      databaseCpuMs: cpuMs(databasePid),
      statements: Number((rows as Array<{ Value: string }>)[0]?.Value),
    };
  };
  const before = await read();
  return async () => {
    const after = await read();
    return {
      serverCpuMs: after.serverCpuMs - before.serverCpuMs,
      databaseCpuMs: after.databaseCpuMs - before.databaseCpuMs,
      // Without our own reading.
      statements: after.statements - before.statements - 1,
    };
  };
}
