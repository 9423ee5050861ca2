import { readFileSync } from 'node:fs';
import type { Connection } from 'mysql2/promise';

/** Clock ticks a second, in which Linux counts processor time. */
const TICKS_PER_SECOND = 100;

/** How much memory a process has in use now, and had at most, in bytes. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** The processor time that a process has used so far, in milliseconds. */
function cpuMs(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  return msOf(fields.split(' ').slice(11, 13));
}

/** The same of all processes, on all cores. */
function cpuMsOfAll(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  return msOf(line.split(/\s+/).slice(1, 4));
}

function msOf(ticks: readonly string[]): number {
  return ticks.reduce((sum, count) => sum + (Number(count) * 1000) / TICKS_PER_SECOND, 0);
}

/** Whose use of the machine is watched. */
export interface Watched {
  readonly connection: Connection;
  readonly serverPid: number;
  readonly databasePid: number;
}

/** What was used between two moments. */
export interface Used {
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly statements: number;
  /** Rows that MariaDB read to answer. */
  readonly rowsRead: number;
  /** How much of a core others used meanwhile, who have no part in it; from 0 to the number of cores. */
  readonly othersShare: number;
}

/**
 * Begins to watch what is used, and returns how to read it off.
 * @param loadPid of the load, which is not one of the others
 */
export async function watch(
  { connection, serverPid, databasePid }: Watched,
  loadPid: number,
): Promise<() => Promise<Used>> {
  const read = async () => {
    const counters = await readCounters(connection);
    const [server, database] = [cpuMs(serverPid), cpuMs(databasePid)];
    return {
      ...{ server, database, at: performance.now() },
      others: cpuMsOfAll() - server - database - cpuMs(loadPid) - cpuMs(process.pid),
      ...{ statements: counters.get('Questions') ?? 0, rowsRead: counters.get('Rows_read') ?? 0 },
    };
  };
  const before = await read();
  return async () => {
    const after = await read();
    return {
      serverCpuMs: after.server - before.server,
      databaseCpuMs: after.database - before.database,
      // Without our own reading.
      statements: after.statements - before.statements - 1,
      rowsRead: after.rowsRead - before.rowsRead,
      othersShare: Math.max(0, (after.others - before.others) / (after.at - before.at)),
    };
  };
}

/** What MariaDB counts since it was started. */
async function readCounters(connection: Connection): Promise<Map<string, number>> {
  const [rows] = await connection.query("SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Rows_read')");
  return new Map((rows as Counter[]).map(({ Variable_name: name, Value: value }) => [name, Number(value)]));
}

interface Counter {
  readonly Variable_name: string;
  readonly Value: string;
}
