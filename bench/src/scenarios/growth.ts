import { deal } from '../compare/comparison.js';
import { describe, measure } from '../compare/measure.js';
import { median } from '../compare/medians.js';
import { renewSessions } from '../compare/sessions.js';
import { turned } from '../compare/turned.js';
import { MY_ORDERS } from '../documents.js';
import { startServer } from '../machine/server.js';
import { provide, SIZES } from '../seed/database.js';
import { buyersAt } from '../seed/ids.js';
import { differingAsks } from './my-orders.js';
import type { Stage } from './scenario.js';

/** How many buyers ask, of ever more: what is in use fits into the memory of the database at each size. */
const ASKING = 1_000;

/** So many requests come by each of them, before anything is measured. */
const WARM_UP_SECONDS = 15;

/** My Orders at one size of the data, with nothing remembered. Times in milliseconds. */
export interface Growth {
  readonly buyers: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** How many times as long a request takes as with the least data: the median of the ratios within a round. */
  readonly ratio: number;
}

type Load = Pick<Growth, 'perSecond' | 'p50' | 'p99'>;

/** Measures My Orders at each size of the data in turn. */
export async function measureGrowth({ maria, options }: Stage): Promise<Growth[]> {
  const sides = [];
  for (const size of SIZES) {
    const database = await provide(maria, size);
    const connection = await maria.connect(database);
    await renewSessions(connection);
    const server = await startServer(maria.url(database));
    // Evenly spread over all that there are.
    const buyers = Array.from({ length: ASKING }, (_, index) => (index * buyersAt(size)) / ASKING);
    sides.push({ size, connection, server, buyers, rounds: [] as Load[] });
  }
  for (let round = -1; round < options.rounds; round += 1)
    for (const { size, connection, server, buyers, rounds } of turned(sides, round + 1)) {
      await renewSessions(connection);
      const measured = await measure(
        {
          ...{
            url: server.url,
            document: MY_ORDERS,
            asks: deal(differingAsks(buyers, round + 1), options.connections),
          },
          ...{ warmUpSeconds: round < 0 ? WARM_UP_SECONDS : options.warmUpSeconds, seconds: options.seconds },
        },
        { connection, serverPid: server.running.pid, databasePid: maria.running.pid },
      );
      console.log(`  round ${round + 1}, ${size}x: ${describe(measured)}`);
      const { perSecond, p50, p99 } = measured;
      if (round >= 0) rounds.push({ perSecond, p50, p99 });
    }
  for (const { connection, server } of sides) {
    await connection.end();
    await server.running.end();
  }
  const least = sides[0]?.rounds ?? [];
  return sides.map(({ size, rounds }) => {
    const of = (key: keyof Load) => median(rounds.map((round) => round[key]));
    const ratio = median(rounds.map(({ perSecond }, round) => (least[round]?.perSecond ?? 0) / perSecond));
    return { buyers: buyersAt(size), perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), ratio };
  });
}

export function printGrowth(growth: readonly Growth[]): void {
  console.table(
    growth.map(({ buyers, perSecond, p50, p99, ratio }) => ({
      buyers,
      'requests/s': perSecond.toFixed(0),
      'p50 ms': p50.toFixed(1),
      'p99 ms': p99.toFixed(1),
      'times as long': ratio.toFixed(2),
    })),
  );
}
