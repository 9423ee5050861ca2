import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../testkit/eventually.js';
import { figure, spread } from '../testkit/figures.js';
import { Followers } from '../testkit/followers.js';
import { Inspection } from '../testkit/inspection.js';
import { Load } from '../testkit/load.js';
import { Random } from '../testkit/random.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 2 });
});

afterAll(() => stage?.end());

test(`while MariaDB is killed ${SIZE.databaseKills} times two servers keep running, lose nothing, and go on`, async () => {
  const { maria, servers, buyers, operator } = stage;
  const random = new Random('database killed');
  const load = new Load({ buyers, operator, random, insists: true });
  const inspection = await Inspection.begin(stage, load.ledger);
  const followers = await Followers.on(stage);
  const pids = servers.map(({ pid }) => pid);
  const firsts: number[] = [];

  for (let round = 1; round <= SIZE.databaseKills; round += 1) {
    load.start(5, 4);
    await pause(random.between(300, 1_500));
    await maria.kill();
    // Away for a while, so that pools and sockets notice; or hardly at all.
    await pause(random.between(0, 2_000));
    await maria.startAgain();
    const isBack = Date.now();
    let first: number | undefined;
    load.onSuccess = () => {
      first ??= Date.now() - isBack;
    };
    await until(() => first !== undefined, 'something is acknowledged after MariaDB has come back');
    firsts.push(first ?? 0);
    for (const server of servers) await server.ready();
    await load.stopped();
    await load.settle();
    await inspection.look();
  }

  for (const server of servers) server.expectRunning();
  expect(servers.map(({ pid }) => pid)).toEqual(pids);
  await inspection.lookAtAll();
  const lastAnswer = Math.max(...load.ledger.acknowledged.map(({ answeredAt = 0 }) => answeredAt));
  await followers.areWhole(inspection);

  figure('MariaDB killed: first success after it was back', `${spread(firsts, 'ms')} (limit 5,000)`);
  figure('MariaDB killed: mutations', `${load.ledger.entries.length}, 0 acknowledged lost`);
  figure(
    'MariaDB killed: followers',
    `whole ${Math.max(0, followers.lastArrival() - lastAnswer)} ms after the last answer, ${followers.reconnects} reconnects`,
  );
});
