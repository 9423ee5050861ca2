import { pollFeeds } from '../src/changes/poll-feeds.js';
import { onAnyGrowth, onGrowthOf } from '../src/changes/wake-ups.js';
import { POLL_MS } from '../src/signals/poll.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { until } from './testkit/subscriber.js';

const { jest } = import.meta;

const aPoll = () => new Promise((resolve) => setTimeout(resolve, POLL_MS + 100));

describe.each(databases)('the poll of feeds on %s', (_name, create) => {
  let api: TestApi;
  /** Those of a server that hears nothing of what happens at the other. */
  let signals: InProcessSignals;
  let stop = () => {};

  beforeAll(async () => {
    api = await TestApi.start(create);
  });

  beforeEach(() => {
    signals = new InProcessSignals();
  });

  afterEach(() => stop());

  afterAll(async () => {
    await api.stop();
  });

  /** Notes what followers are told: those of some accounts by their ids, those of all as `all`. */
  function follow(accountIds: readonly string[]) {
    const heard: Array<[follower: string, end: number | undefined]> = [];
    for (const id of accountIds) onGrowthOf(signals, id, (end) => heard.push([id, end]));
    onAnyGrowth(signals, (end) => heard.push(['all', end]));
    return heard;
  }

  /** Polls for some that follow already. */
  function poll(accountIds: readonly string[], { database = api.services.database, onTrouble = () => {} } = {}) {
    const heard = follow(accountIds);
    stop = pollFeeds({ database, signals }, onTrouble);
    return heard;
  }

  test('tells once where a feed ends that grew, and nobody whose feed stands still', async () => {
    const [bea, carl] = [await api.buyer('Bea'), await api.buyer('Carl')];
    await carl.places();
    const heard = poll([bea.id, carl.id]);
    // Who followed before it began may have missed something.
    await until(() => heard.length === 3);
    expect(heard.splice(0)).toEqual(
      expect.arrayContaining([
        [bea.id, undefined],
        [carl.id, undefined],
        ['all', undefined],
      ]),
    );
    await bea.places();
    await bea.places();
    await until(() => heard.length > 0);
    await aPoll();
    expect(heard).toEqual([
      [bea.id, 2],
      ['all', expect.any(Number)],
    ]);
  });

  test('wakes nobody who came after it began before their feed has grown, and numbers nothing until then', async () => {
    const bea = await api.buyer('Bea');
    await bea.places();
    const begun = await api.statements.during(async () => {
      stop = pollFeeds({ database: api.services.database, signals }, () => {});
      await aPoll();
    });
    expect(begun.filter((statement) => statement.includes('UPDATE'))).toEqual([]);
    const heard = follow([bea.id]);
    await bea.places();
    await until(() => heard.length > 0);
    expect(heard).toEqual([
      [bea.id, 2],
      ['all', expect.any(Number)],
    ]);
  });

  test('asks for no account by its name, however many are followed', async () => {
    const heard = poll(Array.from({ length: 1_000 }, (_, n) => `acc_${n}`));
    await until(() => heard.length > 0);
    const statements = await api.statements.during(aPoll);
    expect(statements.length).toBeLessThanOrEqual(4);
    expect(statements.filter((statement) => statement.includes('acc_'))).toEqual([]);
  });

  test('tells afterwards of what came while the database was away, and of the trouble once', async () => {
    const bea = await api.buyer('Bea');
    const { database } = api.services;
    let isAway = false;
    const reader = () => {
      if (isAway) throw new Error('away');
      return database.reader;
    };
    const onTrouble = jest.fn();
    const heard = poll([bea.id], { database: Object.create(database, { reader: { get: reader } }), onTrouble });
    await until(() => heard.length === 2);
    isAway = true;
    await bea.places();
    await aPoll();
    await aPoll();
    expect([heard.length, onTrouble.mock.calls]).toEqual([2, [[new Error('away')]]]);
    isAway = false;
    await until(() => heard.length > 2);
    expect(heard[2]).toEqual([bea.id, 1]);
  });

  test('asks nothing while nobody follows, whatever else is listened to', async () => {
    signals.on('mails', () => {});
    const first = await api.statements.during(async () => {
      stop = pollFeeds({ database: api.services.database, signals }, () => {});
      await aPoll();
    });
    expect(first.length).toBeLessThanOrEqual(1);
    expect(await api.statements.during(aPoll)).toEqual([]);
  });
});
