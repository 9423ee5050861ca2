import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { COMES_BACK_WITHIN_MS, until } from '../testkit/eventually.js';
import { figure, spread } from '../testkit/figures.js';
import type { Follower } from '../testkit/follower.js';
import { inFlight } from '../testkit/in-flight.js';
import { type ItemState, newItem } from '../testkit/person.js';
import { RawSocket } from '../testkit/raw-socket.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

const MEGABYTE = 2 ** 20;
const READERS = 5;
const WORKERS = 8;
const SAMPLE_MS = 100;

/** Within which each change must come to one that catches up, at the latest. */
const SLOWEST_MS = 10;

/** Before and after each hold a link of nearly 2,048 characters, which makes 4 KiB a change. */
const LARGE_CHANGES =
  'subscription ($after: String) { changes(after: $after) { cursor sequence before { url } after { url } } }';
const LONG_URL = `https://shop.example/${'p'.repeat(2_000)}`;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 1, probe: true });
});

afterAll(() => stage?.end());

test(`${SIZE.silentReaders} sockets that stop reading while ${SIZE.unreadChanges} changes pass hurt nobody`, async () => {
  const [server] = stage.servers;
  const [buyer] = stage.buyers;
  const items = await orderLargeItems();
  const readers: Follower[] = [];
  // The server listens for mails to be sent, too.
  const { listeners: itsOwn } = await server.state();
  const [beforeLast] = (await buyer.feed()).slice(-2);
  for (let reader = 0; reader < READERS; reader += 1) readers.push(await stage.follow(buyer, 0, beforeLast?.cursor));
  await until(() => readers.every(({ received }) => received.length === 1), 'the readers follow');

  // The same without anybody silent, to compare with.
  const calm = await passing(SIZE.unreadChanges / 10);
  const silent = await inFlight(20, SIZE.silentReaders, () => RawSocket.open(server, buyer.cookie));
  for (const socket of silent) {
    socket.subscribe(LARGE_CHANGES, { after: beforeLast?.cursor });
    await socket.message();
    socket.stopReading();
  }
  const stuck = await passing(SIZE.unreadChanges);
  const passed = Date.now();
  // One for the credential of each reader, and one for their audience.
  const onlyReaders = async () => (await server.state()).listeners === itsOwn + READERS + 1;
  await until(onlyReaders, 'the silent ones were closed');
  const closed = Date.now();
  const after = await server.state();

  const feed = await buyer.feed(beforeLast?.cursor);
  expect(feed).toHaveLength(SIZE.unreadChanges * 1.1 + 1);
  for (const reader of readers) {
    await until(() => reader.received.length >= feed.length, `a reader has everything; ${reader.describe()}`);
    expect(reader.faultsAgainst(feed)).toEqual({ missing: 0, repeated: 0, disordered: 0 });
    expect(reader.reconnects).toBe(0);
  }
  const growth = stuck.mostMemory - calm.mostMemory;
  figure(
    'Silent readers: changes',
    `${SIZE.unreadChanges}, ${stuck.perSecond.toFixed(0)} a second; ${calm.perSecond.toFixed(0)} before`,
  );
  figure(
    'Silent readers: most memory (RSS) in MiB',
    `${mib(calm.mostMemory)} before, ${mib(stuck.mostMemory)} with them, grown by ${mib(growth)} (limit 100)`,
  );
  figure('Silent readers: heap after they were closed, in MiB', mib(after.memory.heapUsed));
  figure('Silent readers: delay of the others before', spread(calm.delays, 'ms'));
  figure('Silent readers: delay of the others with them', `${spread(stuck.delays, 'ms')} (limit: twice as long)`);
  figure('Silent readers: the last one closed after the last change', `${closed - passed} ms`);
  for (const socket of silent) socket.drop();

  // One that was closed comes back with the cursor it began with and has it all.
  const back = Date.now();
  const resumed = await stage.follow(buyer, 0, beforeLast?.cursor);
  const hasAll = () => resumed.received.length >= feed.length;
  await until(hasAll, 'one that comes back has everything', COMES_BACK_WITHIN_MS + feed.length * SLOWEST_MS);
  expect(resumed.faultsAgainst(feed)).toEqual({ missing: 0, repeated: 0, disordered: 0 });
  const caughtUp = feed.length / ((Date.now() - back) / 1000);
  figure('Silent readers: one that comes back catches up', `${caughtUp.toFixed(0)} changes a second`);

  async function orderLargeItems(): Promise<ItemState[]> {
    const input = { currency: 'GBP', idempotencyKey: randomUUID() };
    const item = { ...newItem('Mug'), url: LONG_URL };
    const orders = await inFlight(4, WORKERS, () =>
      buyer.tries('placeOrder', { ...input, idempotencyKey: randomUUID(), items: [item] }),
    );
    return orders.map(({ order }) => order?.items[0] as ItemState);
  }

  /** Lets so many changes pass, each worker at an item of its own, and measures how the readers fare. */
  async function passing(count: number) {
    const firsts = readers.map(({ received }) => received.length);
    const began = Date.now();
    let mostMemory = 0;
    const sampling = setInterval(() => {
      mostMemory = Math.max(mostMemory, residentBytes(server.pid));
    }, SAMPLE_MS);
    const answeredAt = new Map<number, number>();
    await inFlight(WORKERS, WORKERS, async (worker) => {
      let item = items[worker] as ItemState;
      for (let made = 0; made < count / WORKERS; made += 1) {
        const status = made % 2 === 0 ? 'OOS' : 'PENDING';
        const { change, item: changed } = await stage.operator.tries('reportItemStatus', {
          itemId: item.id,
          expectedRevision: item.revision,
          status,
        });
        item = changed as ItemState;
        answeredAt.set(change?.sequence ?? 0, Date.now());
      }
      items[worker] = item;
    });
    const perSecond = count / ((Date.now() - began) / 1000);
    await until(
      () => readers.every(({ received }, index) => received.length >= (firsts[index] ?? 0) + count),
      'the readers have what passed',
    );
    clearInterval(sampling);
    const delays = readers.flatMap(({ received }) =>
      received.flatMap(({ sequence, at }) => {
        const answered = answeredAt.get(sequence);
        return answered === undefined ? [] : [Math.max(0, at - answered)];
      }),
    );
    return { perSecond, mostMemory, delays };
  }
});

/** What the operating system says that a process takes up, in bytes. */
function residentBytes(pid: number | undefined): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) * 1024;
}

function mib(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0);
}
