import type { Compared } from '../compare/compared.js';
import type { Measured } from '../compare/measure.js';

export function printCompared({ title, reach, ratio, cpuRatio, protocol, server, limit }: Compared): void {
  console.table({ server: cellsOf(server), [`limit, ${protocol}`]: cellsOf(limit) });
  console.log(`${title}: ${ratio.toFixed(2)} of the limit (${reach} wanted), ${cpuRatio.toFixed(2)} of its CPU\n`);
}

/** What is told of one side, by the heading of its column. */
export function cellsOf(side: Measured): Record<string, string> {
  return {
    'requests/s': side.perSecond.toFixed(0),
    'p50 ms': side.p50.toFixed(1),
    'p99 ms': side.p99.toFixed(1),
    'CPU ms': side.serverCpuMs.toFixed(2),
    'database CPU ms': side.databaseCpuMs.toFixed(2),
    statements: side.statements.toFixed(1),
    'rows read': side.rowsRead.toFixed(0),
    bytes: side.bytes.toFixed(0),
    'peak MiB': (side.peakMemory / 2 ** 20).toFixed(0),
  };
}
