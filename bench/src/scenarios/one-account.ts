import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../compare/medians.js';
import { renewSessions } from '../compare/sessions.js';
import { Commits } from '../live/commits.js';
import { startLiveServer } from '../live/live-server.js';
import { reportItem } from '../live/report-item.js';
import { Sockets } from '../live/sockets.js';
import { changesDocument } from '../page-documents.js';
import { readCatalogue } from '../seed/catalogue.js';
import { provide } from '../seed/database.js';
import { accountId, buyersAt, ORDERS_PER_BUYER, tokenOf } from '../seed/ids.js';
import { seededOrder } from '../seed/orders.js';
import { rememberItems, undoChanges } from '../seed/undo.js';
import type { Stage } from './scenario.js';

const CHANGES_PER_SECOND = 200;

/**
 * How long changes are made, of which the first so many seconds are not counted: as long as the round that is not counted
 * elsewhere. V8 compiles what is hot meanwhile, on the core of the server.
 */
const SECONDS = 17;
const WARM_UP_SECONDS = 7;

/** Coprime to the number of buyers, so that steps of it come by each. */
const STEP = 7_919;

/** What is still on its way has arrived by then, in milliseconds. */
const LATEST_MS = 5_000;

export interface Latencies {
  readonly sockets: number;
  readonly changes: number;
  readonly perSecond: number;
  /** From the commit to the arrival, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** Changes of one account after the other, each to its own socket among those of 10,000 accounts. */
export async function measureOneAccount({ maria }: Stage): Promise<Latencies> {
  const database = await provide(maria, 10);
  const connection = await maria.connect(database);
  const buyers = buyersAt(10);
  const catalogue = readCatalogue();
  await undoChanges(connection);
  await rememberItems(
    connection,
    'i.position = 0 AND o.placedAt > (SELECT MAX(placedAt) FROM purchase_order) - INTERVAL 40 DAY',
  );
  await renewSessions(connection);
  const commits = await Commits.watch(connection);
  const server = await startLiveServer(maria.url(database));
  const sockets = new Sockets(server.url, {
    ...{ id: '1', type: 'subscribe', payload: { query: changesDocument(), variables: {} } },
  });
  await sockets.open(Array.from({ length: buyers }, (_, buyer) => tokenOf(buyer)));

  await commits.forget();
  const reports: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let turn = 0; turn < SECONDS * CHANGES_PER_SECOND; turn += 1) {
    await pause(begun + (turn * 1000) / CHANGES_PER_SECOND - performance.now());
    const { items } = seededOrder(catalogue, (ORDERS_PER_BUYER - 1) * buyers + ((turn * STEP) % buyers), 10);
    const [item] = items;
    if (item) reports.push(reportItem(server, item));
  }
  await Promise.all(reports);
  await pause(LATEST_MS);
  const arrivals = new Map((await sockets.collect()).map(({ socket, at }) => [accountId(socket), at]));
  const times = [...(await commits.read())].map(([change, committed]) => {
    const arrived = arrivals.get(change.split(':')[0] ?? '');
    if (arrived === undefined) throw new Error(`a change has not arrived: ${change}`);
    return { committed, latency: arrived - committed };
  });
  if (times.length !== reports.length) throw new Error(`${reports.length} reports, but ${times.length} commits`);
  times.sort((a, b) => a.committed - b.committed);
  const took = ((times.at(-1)?.committed ?? 0) - (times[0]?.committed ?? 0)) / 1000;
  const counted = times.slice(WARM_UP_SECONDS * CHANGES_PER_SECOND).map(({ latency }) => latency);
  counted.sort((a, b) => a - b);
  await Promise.all([sockets.close(), server.running.end()]);
  await commits.end();
  await undoChanges(connection);
  await connection.end();
  return {
    ...{ sockets: buyers, changes: counted.length, perSecond: times.length / took },
    ...{ p50: percentile(counted, 0.5), p99: percentile(counted, 0.99), longest: counted.at(-1) ?? 0 },
  };
}

export function printLatencies({ sockets, changes, perSecond, p50, p99, longest }: Latencies): void {
  console.log(
    `${changes} changes at ${perSecond.toFixed(0)}/s among ${sockets} sockets: ` +
      `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (50 wanted), longest ${longest.toFixed(1)} ms\n`,
  );
}
