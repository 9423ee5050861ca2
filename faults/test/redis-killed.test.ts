import { setTimeout as pause } from 'node:timers/promises';
import { figure, spread } from '../testkit/figures.js';
import { Followers } from '../testkit/followers.js';
import { Inspection } from '../testkit/inspection.js';
import { Load } from '../testkit/load.js';
import { Random } from '../testkit/random.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

const ORDERS_EACH = 100;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 2 });
});

afterAll(() => stage?.end());

test(`while Redis is killed ${SIZE.redisKills} times followers at both servers miss nothing, twice nothing, in order`, async () => {
  const { redis, servers, operator } = stage;
  const random = new Random('Redis killed');
  // One buyer is busy at both servers. All that concerns the other happens at the first one, so that who follows it at
  // the second hears of it by Redis or by looking for itself.
  const [busy, lone] = stage.buyers;
  const load = new Load({ buyers: [busy, lone.at(servers[0])], operator: operator.at(servers[0]), random });
  const inspection = await Inspection.begin(stage, load.ledger);
  for (const server of servers) await server.reachesRedis();
  await load.stock(ORDERS_EACH);
  const followers = await Followers.on(stage);
  const stocked = load.ledger.entries.length;

  const began = Date.now();
  load.startAtRate(SIZE.changesPerSecond);
  const kills: number[] = [];
  const reached: number[] = [];
  for (let kill = 1; kill <= SIZE.redisKills; kill += 1) {
    await pause(random.between(500, 1_500));
    kills.push(Date.now());
    await redis.kill();
    await pause(random.between(0, 3_000));
    await redis.startAgain();
    const isBack = Date.now();
    for (const server of servers) await server.reachesRedis();
    reached.push(Date.now() - isBack);
  }
  // The last changes of all are made without it, and it does not come back.
  kills.push(Date.now());
  await redis.kill();
  await pause(random.between(500, 1_500));
  load.stop();
  const seconds = (Date.now() - began) / 1000;
  await load.stopped();

  const unanswered = await load.settle();
  const { entries, acknowledged } = load.ledger;
  await inspection.look();
  await inspection.lookAtAll();
  await followers.areWhole(inspection);

  const lastAnswer = Math.max(...acknowledged.map(({ answeredAt = 0 }) => answeredAt));
  const delays = followers.delays(load.ledger).filter(({ acknowledgedAt }) => acknowledgedAt >= began);
  const worst = kills.map((from, index) => {
    const to = kills[index + 1] ?? Number.POSITIVE_INFINITY;
    return Math.max(0, ...delays.filter(({ acknowledgedAt: at }) => at >= from && at < to).map(({ ms }) => ms));
  });
  figure(
    'Redis killed: changes',
    `${entries.length - stocked}, ${((entries.length - stocked) / seconds).toFixed(0)} a second, of ${SIZE.changesPerSecond} meant`,
  );
  // Redis carries nothing that a mutation needs, so this should be none.
  const reasons = [...load.ledger.failures].map(([reason, times]) => `${times} times ${reason}`);
  figure('Redis killed: mutations that had to be repeated', `${unanswered} ${reasons.join('; ')}`.trim());
  figure(
    'Redis killed: from answer to follower',
    spread(
      delays.map(({ ms }) => ms),
      'ms',
    ),
  );
  figure('Redis killed: the latest of each kill', `${spread(worst, 'ms')} (limit 3,000)`);
  figure(
    'Redis killed: all followers whole after the last answer',
    `${Math.max(0, followers.lastArrival() - lastAnswer)} ms, ${followers.reconnects} reconnects`,
  );
  figure('Redis killed: reached again after it was back', spread(reached, 'ms'));
});
