import { Redis } from 'ioredis';
import { RedisSignals } from '../src/signals/redis-signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { redisUrl } from './testkit/redis.js';
import { Subscriber, until } from './testkit/subscriber.js';

// Several servers share a database server; SQLite belongs to one process.
const shared = databases.filter(([name]) => name !== 'SQLite');

const onRedis = () => new RedisSignals(redisUrl ?? '', () => {});

const describeEach = redisUrl && shared.length > 0 ? describe.each(shared) : () => {};

describeEach('two servers on %s', (_name, create) => {
  let one: TestApi;
  let two: TestApi;
  let bea: Person;
  let olga: Person;
  const subscribers: Subscriber[] = [];

  beforeAll(async () => {
    one = await TestApi.start(create, onRedis());
    two = await one.another(onRedis());
    for (const { services } of [one, two]) await until(() => services.signals.reach() === 'redis reachable');
    bea = await one.buyer();
    olga = await one.operator();
  });

  afterEach(async () => {
    await Promise.all(subscribers.splice(0).map((subscriber) => subscriber.leave()));
  });

  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const subscriberOn = async (api: TestApi, person: Person): Promise<Subscriber> => {
    const subscriber = await Subscriber.of(api, person);
    subscribers.push(subscriber);
    return subscriber;
  };

  test('a change made at one wakes the followers at the other', async () => {
    const woken: string[] = [];
    const stop = two.services.signals.on(`changes:${bea.id}`, () => woken.push('two'));
    const follower = (await subscriberOn(two, bea)).follow('changes');
    await until(() => two.services.signals.listenerCount() >= 3);
    await bea.places();
    await until(() => woken.length > 0);
    expect(await follower.received(1)).toMatchObject([{ kind: 'ORDER_PLACED', sequence: 1 }]);
    stop();
  });

  test('a server does not hear its own signals twice', async () => {
    const heard: string[] = [];
    const stops = [
      one.services.signals.on(`changes:${olga.id}`, () => heard.push('own')),
      one.services.signals.on('done', () => heard.push('done')),
    ];
    one.services.signals.send(`changes:${olga.id}`);
    two.services.signals.send('done');
    await until(() => heard.includes('done'));
    expect(heard).toEqual(['own', 'done']);
    for (const stop of stops) stop();
  });

  test('what is no signal on the channel does no harm', async () => {
    const stranger = new Redis(redisUrl ?? '');
    for (const message of ['hello', '5', 'null', '', '{"a":', ' ', 'a b c'])
      await stranger.publish('oops:signals', message);
    stranger.disconnect();
    expect((await two.app.inject('/healthz')).statusCode).toBe(200);
  });

  test('who changes servers with the last cursor misses nothing and sees nothing twice', async () => {
    const carl = await one.buyer('Carl');
    await carl.places();
    const [first] = await carl.feed('{ cursor sequence }');
    const follower = (await subscriberOn(two, carl)).follow('changes', { after: first?.cursor });
    await Promise.all([carl.places(), two.as(carl).places(), carl.places()]);
    await follower.received(3);
    expect(follower.changes.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  });

  test('of many who replace one item at one revision over both servers exactly one wins', async () => {
    const reported = await olga.reports(await bea.placesItem(), 'OOS');
    if (!reported.item) throw new Error(JSON.stringify(reported));
    const { item } = reported;
    const people = [bea, two.as(bea)];
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => people[index % 2]?.replaces(item, { productName: `Board ${index}` })),
    );
    const names = outcomes.map((outcome) => outcome?.__typename);
    expect(names.filter((name) => name === 'ReplaceItemSuccess')).toHaveLength(1);
    expect(names.filter((name) => name === 'ItemRevisionConflict')).toHaveLength(39);
  });

  test('one idempotency key at both servers at once has one effect', async () => {
    const input = {
      currency: 'GBP',
      items: [{ url: 'https://a.example/1', productName: 'Mug', quantity: 1, unitPrice: '1' }],
    };
    const people = [bea, two.as(bea)];
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        people[index % 2]?.tries('placeOrder', { ...input, idempotencyKey: 'both' }),
      ),
    );
    expect(new Set(outcomes.map((outcome) => outcome?.order?.id)).size).toBe(1);
  });

  test('signing out at one closes the sockets at the other', async () => {
    const dora = await one.buyer('Dora');
    const before = two.services.signals.listenerCount();
    const follower = (await subscriberOn(two, dora)).follow('changes');
    await until(() => two.services.signals.listenerCount() === before + 2);
    await dora.reads('mutation { signOut }');
    expect(await follower.failed()).toMatchObject({ code: 4401 });
  });
});

test('a server whose Redis cannot be reached serves all the same, and says so', async () => {
  const [[, create]] = databases as [(typeof databases)[number]];
  const troubles: string[] = [];
  const api = await TestApi.start(
    create,
    new RedisSignals('redis://127.0.0.1:1', ({ message }) => troubles.push(message)),
  );
  try {
    const bea = await api.buyer();
    const follower = (await Subscriber.of(api, bea)).follow('changes');
    await until(() => api.services.signals.listenerCount() === 2);
    await bea.places();
    expect(await follower.received(1)).toHaveLength(1);
    const ready = await api.app.inject('/readyz');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status: 'ready', signals: 'redis unreachable' });
    await until(() => troubles.length > 0);
    await follower.leave();
  } finally {
    await api.stop();
  }
});
