import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../testkit/eventually.js';
import { figure } from '../testkit/figures.js';
import { inFlight } from '../testkit/in-flight.js';
import { Random } from '../testkit/random.js';
import { RawSocket } from '../testkit/raw-socket.js';
import { SIZE } from '../testkit/size.js';
import { openSql } from '../testkit/sql.js';
import { Stage } from '../testkit/stage.js';

const AT_ONCE = 50;

/**
 * The most connections to the database that a server holds open: ten for transactions, and as many for reads. How many it
 * does depends on how busy it was.
 */
const MOST_CONNECTIONS = 20;

const MEGABYTE = 2 ** 20;

const CHANGES = 'subscription ($after: String) { changes(after: $after) { cursor sequence } }';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 1, probe: true });
});

afterAll(() => stage?.end());

test(`${SIZE.visits} sockets that come and go in every way leave nothing behind`, async () => {
  const [server] = stage.servers;
  const random = new Random('comings and goings');
  // The server listens for mails to be sent, too.
  const { listeners: itsOwn } = await server.state();
  const nobodyFollows = async () => (await server.state()).listeners === itsOwn;
  const cursors = await Promise.all(stage.buyers.map((buyer) => buyer.feed().then(([first]) => first?.cursor)));

  const visit = async (): Promise<void> => {
    const place = random.between(0, 1);
    const person = stage.buyers[place] ?? stage.operator;
    const socket = await RawSocket.open(server, person.cookie);
    const way = random.between(0, 5);
    // From the beginning of the feed, so that some leave in the midst of what is sent to them.
    if (way > 0) socket.subscribe(CHANGES, { after: random.next() < 0.5 ? cursors[place] : undefined });
    if (way === 2) socket.complete();
    if (way === 3) socket.stopReading();
    if (way === 4) await pause(random.between(1, 20));
    if (way % 2 === 0) await socket.close();
    else socket.drop();
  };

  // The first ones fill caches and the pool, which then stay.
  await inFlight(AT_ONCE, SIZE.visits / 10, visit);
  await until(nobodyFollows, 'the first ones had left');
  const before = await look();

  const began = Date.now();
  await inFlight(AT_ONCE, SIZE.visits, visit);
  const seconds = (Date.now() - began) / 1000;
  await until(nobodyFollows, 'all had left');
  // A connection that was dropped is known to be only once the server has looked.
  await until(async () => filesOf(await look()) <= filesOf(before), 'all files were closed');
  const after = await look();

  expect(after.connections).toBeLessThanOrEqual(MOST_CONNECTIONS);
  figure('Comings and goings', `${SIZE.visits} sockets, ${(SIZE.visits / seconds).toFixed(0)} a second`);
  figure('Comings and goings: listeners, before and after', `${before.state.listeners}, ${after.state.listeners}`);
  figure('Comings and goings: open files', `${before.state.openFiles}, ${after.state.openFiles}`);
  figure('Comings and goings: database connections', `${before.connections}, ${after.connections}`);
  figure('Comings and goings: heap in MiB', `${heap(before.state.memory)}, ${heap(after.state.memory)}`);
  figure(
    'Comings and goings: resources',
    `${JSON.stringify(before.state.resources)}, ${JSON.stringify(after.state.resources)}`,
  );
});

async function look() {
  return { state: await stage.servers[0].state(), connections: await connections() };
}

/** What the server holds open besides its connections to the database. */
function filesOf({ state, connections: pool }: Awaited<ReturnType<typeof look>>): number {
  return state.openFiles - pool;
}

/** How many connections the database holds open for the server. */
async function connections(): Promise<number> {
  const sql = await openSql(stage.databaseUrl);
  try {
    const rows = await sql.all('SELECT id FROM information_schema.processlist WHERE db IS NOT NULL');
    return rows.length - 1;
  } finally {
    await sql.close();
  }
}

function heap({ heapUsed }: { heapUsed: number }): string {
  return (heapUsed / MEGABYTE).toFixed(1);
}
