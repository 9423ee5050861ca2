import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { NoAnswer } from '../testkit/client.js';
import { eventually, until } from '../testkit/eventually.js';
import { figure, spread } from '../testkit/figures.js';
import type { Follower } from '../testkit/follower.js';
import { inFlight } from '../testkit/in-flight.js';
import { newItem, type Person, succeeded } from '../testkit/person.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

const WORKERS = 4;

/** Between two things that one of them does: slow enough that two cores bring each change to every socket. */
const PAUSE_MS = SIZE.sockets / 3;

/** What a request is answered by a server that does not take it: nothing was begun. */
const TURNED_AWAY = /ECONNREFUSED|HTTP 503|FST_ERR_REOPENED|Service Unavailable/;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 2 });
});

afterAll(() => stage?.end());

test(`${SIZE.sockets} sockets over two servers that are restarted in turn miss nothing, and no mutation is cut off`, async () => {
  const { servers, buyers } = stage;
  const followers: Follower[] = await inFlight(50, SIZE.sockets, (index) =>
    stage.follow(buyers[index % 2] as Person, Math.floor(index / 2) % 2),
  );
  const starts = await Promise.all(buyers.map((buyer) => buyer.latestCursor()));
  // Each has its first change, so that it is known to follow.
  for (const buyer of buyers) await buyer.placeOrder(['Mug'], randomUUID());
  await until(() => followers.every(({ received }) => received.length > 0), 'everybody follows');

  let isRunning = true;
  let placed = 0;
  let turnedAway = 0;
  const unanswered: string[] = [];
  const cutOff: string[] = [];
  const work = async (buyer: Person): Promise<void> => {
    while (isRunning) {
      const input = { currency: 'GBP', items: [newItem('Mug')], idempotencyKey: randomUUID() };
      let asked = Date.now();
      let reason: string | undefined;
      const order = await eventually(async () => {
        asked = Date.now();
        try {
          return succeeded(await buyer.tries('placeOrder', input)).order;
        } catch (failure) {
          if (!(failure instanceof NoAnswer)) throw failure;
          if (TURNED_AWAY.test(failure.message)) turnedAway += 1;
          else reason = failure.message;
          throw failure;
        }
      });
      if (reason) unanswered.push(reason);
      // Placed before it was asked for the last time: so an earlier call did it, and its answer was lost. Whoever is asked
      // for that may be restarting too.
      if (reason && (await eventually(() => placedAt(buyer, order?.id))) < asked) cutOff.push(reason);
      placed += 1;
      await pause(Math.random() * 2 * PAUSE_MS);
    }
  };
  const workers = Promise.all(Array.from({ length: WORKERS }, (_, index) => work(buyers[index % 2] as Person)));

  const farewells: number[] = [];
  for (let round = 0; round < SIZE.restarts; round += 1) {
    for (const server of servers) {
      const told = Date.now();
      await server.kill('SIGTERM');
      farewells.push(Date.now() - told);
      await server.startAgain();
      // Until all have come back, so that the next restart cuts them all off again.
      const before = followers.map(({ received }) => received.length);
      await until(
        () => followers.every(({ received }, index) => received.length > (before[index] ?? 0)),
        'everybody has come back',
      );
    }
  }
  isRunning = false;
  await workers;
  const ended = Date.now();

  const feeds = await Promise.all(buyers.map((buyer, index) => buyer.feed(starts[index])));
  expect(feeds.reduce((sum, feed) => sum + feed.length, 0)).toBe(placed + buyers.length);
  for (const follower of followers) {
    const feed = feeds[buyers.indexOf(follower.person as (typeof buyers)[0])] ?? [];
    await until(() => follower.received.length >= feed.length, `a follower has everything; ${follower.describe()}`);
    expect(follower.faultsAgainst(feed)).toEqual({ missing: 0, repeated: 0, disordered: 0 });
  }
  expect(cutOff).toEqual([]);
  const lastArrival = Math.max(...followers.map(({ received }) => received.at(-1)?.at ?? 0));
  const reconnects = followers.reduce((sum, follower) => sum + follower.reconnects, 0);
  figure('Servers restarted: sockets', `${followers.length}, ${reconnects} reconnects, 0 missing, 0 twice, in order`);
  figure(
    'Servers restarted: mutations',
    `${placed} done, ${cutOff.length} cut off, ${turnedAway} turned away at the door, ${unanswered.length} reset before they were begun`,
  );
  figure('Servers restarted: from SIGTERM to the end', `${spread(farewells, 'ms')} (limit 10,000)`);
  figure('Servers restarted: the last socket whole after the last answer', `${Math.max(0, lastArrival - ended)} ms`);
});

async function placedAt(buyer: Person, id: string | undefined): Promise<number> {
  const { order } = await buyer.send<{ order: { placedAt: string } }>(
    'query ($id: ID!) { order(id: $id) { placedAt } }',
    {
      id,
    },
  );
  return Date.parse(order.placedAt);
}
