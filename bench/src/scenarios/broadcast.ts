import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mysql2/promise';
import { median } from '../compare/medians.js';
import { renewSessions } from '../compare/sessions.js';
import { memoryOf } from '../compare/watch.js';
import { Commits } from '../live/commits.js';
import { settledMemory, startLiveServer } from '../live/live-server.js';
import type { Arrival } from '../live/orders.js';
import { reportItem } from '../live/report-item.js';
import { Sockets } from '../live/sockets.js';
import { startProgram } from '../machine/program.js';
import type { Answering } from '../machine/server.js';
import { changesDocument } from '../page-documents.js';
import { readCatalogue } from '../seed/catalogue.js';
import { provide } from '../seed/database.js';
import { accountId, buyersAt, ORDERS_PER_BUYER, tokenOf } from '../seed/ids.js';
import { seededOrder } from '../seed/orders.js';
import { rememberItems, undoChanges } from '../seed/undo.js';
import type { Stage } from './scenario.js';

/** How many sockets there are when memory is read; all the sockets of a broadcast at last. */
const STEPS = [2_500, 5_000, 10_000];
const SOCKETS = STEPS.at(-1) ?? 0;

/** Sockets and changes before anything is measured, so that all code has run. */
const WARM_UP_SOCKETS = 200;
const WARM_UP_CHANGES = 20;

/** How long nothing happens before each broadcast, in milliseconds. */
const CALM_MS = 1_500;

const BUYER = 0;

export interface Broadcasts {
  readonly sockets: number;
  /** What a socket receives, in bytes. */
  readonly bytes: number;
  /** From the commit, or from the beginning of the bare broadcast, to the last socket. In milliseconds. */
  readonly rounds: ReadonlyArray<{ readonly server: number; readonly bare: number }>;
  /** In bytes, of the server with so many sockets, none at first; and of a socket of the bare program. */
  readonly memory: ReadonlyArray<{ readonly sockets: number; readonly bytes: number }>;
  readonly bareMemoryASocket: number;
}

/** One change of one account to 10,000 sockets of it, beside a bare `ws` broadcast of the same bytes to as many. */
export async function measureBroadcast({ maria, options }: Stage): Promise<Broadcasts> {
  const database = await provide(maria, 1);
  const connection = await maria.connect(database);
  const item = newestItem();
  await undoChanges(connection);
  await rememberItems(connection, `i.id = '${item.id}'`);
  await renewSessions(connection);
  const commits = await Commits.watch(connection);
  const server = await startLiveServer(maria.url(database));
  const bare = await startProgram('live/bare-program.js');
  const change = async () => {
    await reportItem(server, item);
    item.revision += 1;
  };

  await warmUp(server, await subscription(connection), change);
  const memory = [{ sockets: 0, bytes: await settledMemory(server) }];
  const served = new Sockets(server.url, await subscription(connection));
  for (const count of STEPS) {
    await served.open(tokens(count - (memory.at(-1)?.sockets ?? 0)));
    memory.push({ sockets: count, bytes: await settledMemory(server) });
  }
  const bareMemory = memoryOf(bare.running.pid).now;
  const compared = new Sockets(bare.url, null);
  await compared.open(tokens(SOCKETS));
  const bareMemoryASocket = (memoryOf(bare.running.pid).now - bareMemory) / SOCKETS;

  const rounds: Array<{ server: number; bare: number }> = [];
  let bytes = 0;
  // The first of each is not counted.
  for (let round = -1; round < options.rounds; round += 1) {
    await pause(CALM_MS);
    await commits.forget();
    const { arrivals, text } = await served.await(SOCKETS, change);
    const [committed] = (await commits.read()).values();
    if (committed === undefined) throw new Error('MariaDB has noted no commit');
    await pause(CALM_MS);
    let begun = 0;
    const bareArrivals = await compared.await(SOCKETS, async () => {
      begun = Number(await (await fetch(bare.url, { method: 'POST', body: text })).text());
    });
    const times = { server: lastOf(arrivals) - committed, bare: lastOf(bareArrivals.arrivals) - begun };
    console.log(`  round ${round + 1}: ${times.server.toFixed(0)} ms, bare ${times.bare.toFixed(0)} ms`);
    if (round >= 0) rounds.push(times);
    bytes = Buffer.byteLength(text);
  }
  await Promise.all([served.close(), compared.close(), server.running.end(), bare.running.end()]);
  await commits.end();
  await undoChanges(connection);
  await connection.end();
  return { sockets: SOCKETS, bytes, rounds, memory, bareMemoryASocket };
}

/** The item that is reported again and again. */
function newestItem(): { readonly id: string; revision: number } {
  const { items } = seededOrder(readCatalogue(), (ORDERS_PER_BUYER - 1) * buyersAt(1) + BUYER, 1);
  const [item] = items;
  if (!item) throw new Error('an order has no items');
  return { id: item.id, revision: item.revision };
}

function tokens(count: number): string[] {
  return Array.from({ length: count }, () => tokenOf(BUYER));
}

function lastOf(arrivals: readonly Arrival[]): number {
  return arrivals.reduce((last, { at }) => Math.max(last, at), 0);
}

/** What each socket says: the page's subscription after the end of the feed, the same at all. */
async function subscription(connection: Connection): Promise<object> {
  const account = accountId(BUYER);
  const [rows] = await connection.query('SELECT changeCount FROM account WHERE id = ?', [account]);
  const [{ changeCount = 0 } = {}] = rows as Array<{ changeCount?: number }>;
  const after = Buffer.from(`${account}:${changeCount}`).toString('base64url');
  return { id: '1', type: 'subscribe', payload: { query: changesDocument(), variables: { after } } };
}

async function warmUp(server: Answering, subscribe: object, change: () => Promise<void>): Promise<void> {
  const sockets = new Sockets(server.url, subscribe);
  await sockets.open(tokens(WARM_UP_SOCKETS));
  for (let turn = 0; turn < WARM_UP_CHANGES; turn += 1) await sockets.await(WARM_UP_SOCKETS, change);
  await sockets.close();
}

export function printBroadcasts({ sockets, bytes, rounds, memory, bareMemoryASocket }: Broadcasts): void {
  const ratio = median(rounds.map(({ server, bare }) => server / bare));
  const [none, ...more] = memory;
  console.table({
    server: median(rounds.map(({ server }) => server)).toFixed(0),
    'bare ws': median(rounds.map(({ bare }) => bare)).toFixed(0),
  });
  for (const step of more) {
    const each = (step.bytes - (none?.bytes ?? 0)) / step.sockets / 1024;
    console.log(`${step.sockets} sockets: ${(step.bytes / 2 ** 20).toFixed(0)} MiB, ${each.toFixed(1)} KiB a socket`);
  }
  console.log(`bare ws: ${(bareMemoryASocket / 1024).toFixed(1)} KiB a socket`);
  console.log(`${bytes} bytes to ${sockets} sockets: ${ratio.toFixed(2)} of the time of bare ws (1.25 wanted)\n`);
}
