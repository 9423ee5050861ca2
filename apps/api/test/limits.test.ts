import { RedisBudgets } from '../src/costs/redis-budgets.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';
import { MUTATIONS } from './testkit/views.js';

const [[, create]] = databases as [(typeof databases)[number]];

const SIGN_IN = 'signIn(input: { email: "bea@test.example", password: "guess" }) { __typename }';

const repeated = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, at) => of(at));

interface Cost {
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
  readonly throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
}

describe('what one document may ask for', () => {
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
  });

  afterAll(() => api.stop());

  const tooComplex: Array<[what: string, query: string]> = [
    ['guesses 200 passwords', `mutation { ${repeated(200, (at) => `a${at}: ${SIGN_IN}`).join(' ')} }`],
    ['guesses 11 passwords', `mutation { ${repeated(11, (at) => `a${at}: ${SIGN_IN}`).join(' ')} }`],
    [
      'guesses 11 passwords in a fragment',
      `mutation { ...F } fragment F on Mutation { ${repeated(11, (at) => `a${at}: ${SIGN_IN}`).join(' ')} }`,
    ],
    ['has 31 aliases', `{ ${repeated(31, (at) => `a${at}: viewer { id }`).join(' ')} }`],
    ['has 31 directives', `{ ${repeated(31, () => 'viewer @include(if: true) { id }').join(' ')} }`],
    [
      'asks for long lists within long lists',
      '{ orders(first: 100) { edges { node { items { id history(first: 100) { cursor } } } } } }',
    ],
    [
      'multiplies what describes the API',
      '{ __schema { a: types { ...T } b: types { ...T } } } fragment T on __Type { name }',
    ],
    [
      'multiplies it in a fragment',
      '{ __schema { types { ...T } } } fragment T on __Type { a: fields { name } b: fields { name } }',
    ],
    [
      'asks for a long list by a variable',
      'query ($n: Int = 100) { orders(first: $n) { edges { node { items { history(first: $n) { cursor } } } } } }',
    ],
  ];

  test.each(tooComplex)('is not run when it %s', async (_what, query) => {
    let answer: unknown;
    const statements = await api.statements.during(async () => {
      answer = await bea.send(query);
    });
    expect(answer).toMatchObject({ status: 400, data: null, errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    // Only who asks was looked up.
    expect(statements).toHaveLength(1);
  });

  test.each([
    ['repeats two fields 300 times', `{ ${'viewer { id } '.repeat(300)} }`],
    [
      'spreads fragments within fragments, short as it is',
      `{ viewer { ...F0 } } ${repeated(24, (at) => `fragment F${at} on Account { ...F${at + 1} ...F${at + 1} }`).join(' ')}
      fragment F24 on Account { id }`,
    ],
    [
      'spreads each many times',
      `{ viewer { ...A } } ${['AB', 'BC', 'CD', 'DE', 'EF'].map(([a, b]) => `fragment ${a} on Account { ${`...${b} `.repeat(8)} }`).join(' ')}
      fragment F on Account { id }`,
    ],
    [
      'spreads all fragments in each',
      `{ viewer { ...A } } ${[...'ABCDEFGHIJKLMNOP'].map((name) => `fragment ${name} on Account { ${[...'ABCDEFGHIJKLMNOP'].map((other) => `...${other}`).join(' ')} }`).join(' ')}`,
    ],
    [
      'has 101 definitions',
      `{ ...F0 } ${repeated(100, (at) => `fragment F${at} on Query { ...F${at + 1} }`).join(' ')}`,
    ],
  ])('is not even validated when it %s', async (_what, query) => {
    let answer: unknown;
    const statements = await api.statements.during(async () => {
      answer = await bea.send(query);
    });
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    // Whose it is, and so who pays.
    expect(statements).toHaveLength(1);
  });

  test('is the same over a socket, which stays open for what is in order', async () => {
    const aliases = repeated(31, (at) => `a${at}: id`).join(' ');
    const subscriber = (await Subscriber.of(api, bea)).subscribe(`subscription { changes { order { ${aliases} } } }`);
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } });
    expect(JSON.stringify(subscriber.errors)).not.toContain('http');
    subscriber.subscribe(`subscription { changes { ${'order { id } '.repeat(300)} } }`);
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } });
    subscriber.follow('changes');
    await until(() => api.services.signals.topics().has(`changes:${bea.id}`));
    await bea.places();
    await subscriber.received(1);
    await subscriber.leave();
  });

  test('an account follows fifty different subscriptions and no more, until one ends', async () => {
    const ed = await api.buyer('Ed');
    await ed.places();
    const { viewer } = await ed.reads<{ viewer: { latestChangeCursor: string } }>('{ viewer { latestChangeCursor } }');
    const after = JSON.stringify(viewer.latestChangeCursor);
    // Each is told of this order as soon as it stands.
    await ed.places();
    const follow = (limit: number) =>
      `subscription { changes(after: ${after}) { cursor item { history(first: ${limit}) { at } } } }`;
    const socket = await Subscriber.of(api, ed);
    for (let limit = 1; limit <= 49; limit += 1) socket.subscribe(follow(limit));
    await socket.received(49);
    const last = (await Subscriber.of(api, ed)).subscribe(follow(50));
    await last.received(1);
    const another = await Subscriber.of(api, ed);
    another.subscribe(follow(51));
    expect(await another.failed()).toMatchObject({ extensions: { code: 'TOO_MANY_OPERATIONS' } });
    await another.subscribe(follow(50)).received(1);
    await Promise.all([last.leave(), another.leave()]);
    // The server hears of it in a moment.
    let told: Subscriber | undefined;
    while (!told) {
      const next = (await Subscriber.of(api, ed)).subscribe(follow(51));
      await until(() => next.changes.length + next.errors.length > 0);
      if (next.changes.length > 0) told = next;
      else await next.leave();
    }
    await Promise.all([told.leave(), socket.leave()]);
  });

  test('covers ten mutations, a hundred orders with their items, and what describes the API', async () => {
    await bea.reads(`mutation { ${repeated(10, (at) => `a${at}: signOut`).join(' ')} }`);
    const carl = await api.buyer('Carl');
    await carl.reads(
      `{ orders(first: 100) { edges { cursor node { id total buyer { name }
        items { id merchant { name } evidence { note } } } } } }`,
    );
  });

  test('is told with what it cost, and a list is paid for as long as it is', async () => {
    const dora = await api.buyer('Dora');
    await dora.places([{}, {}]);
    const query = '{ orders(first: 10) { edges { node { id items { id merchant { name } } } } } }';
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { cookie: dora.cookie ?? '' },
      payload: { query },
    });
    const { cost } = response.json().extensions as { cost: Cost };
    // The connection; ten edges, each with an order of twenty items, each with a merchant.
    expect(cost.requestedQueryCost).toBe(1 + 10 * (1 + 1 + 20 * 2));
    expect(cost.actualQueryCost).toBe(1 + 1 + 1 + 2 * 2);
    expect(cost.throttleStatus).toMatchObject({ maximumAvailable: 50_000, restoreRate: 10_000 });
  });
});

const { TEST_REDIS_URL } = process.env;
const ways: ReadonlyArray<[how: string, redisUrl: string | undefined]> = [
  ['in one process', undefined],
  ...(TEST_REDIS_URL ? [['over Redis', TEST_REDIS_URL] as [string, string]] : []),
  ['with a Redis that is away', 'redis://127.0.0.1:1'],
];

describe.each(ways)('a budget %s', (_how, redisUrl) => {
  let api: TestApi;

  beforeAll(async () => {
    const environment = { COST_BUDGET: '400', COST_RESTORE_PER_SECOND: '1' };
    // On a busy machine Redis is slow, and not away.
    const budgets = redisUrl ? new RedisBudgets(redisUrl, { answersWithinMs: 30_000 }) : undefined;
    if (redisUrl === TEST_REDIS_URL) await budgets?.connected();
    api = await TestApi.start(create, new InProcessSignals(), { environment, budgets });
  });

  afterAll(() => api.stop());

  test('that is used up refuses what is asked before it runs, and says how long to wait', async () => {
    const bea = await api.buyer();
    const input = { currency: 'GBP', items: [] };
    const send = () => bea.send(MUTATIONS.placeOrder, { input });
    let answer = await send();
    for (let calls = 0; answer.errors.length === 0 && calls < 400; calls += 1) answer = await send();
    expect(answer).toMatchObject({ status: 429, data: null, errors: [{ extensions: { code: 'THROTTLED' } }] });
    const { retryAfterMs, cost } = (answer.errors[0] as (typeof answer.errors)[number]).extensions as {
      retryAfterMs: number;
      cost: Cost;
    };
    expect(cost.actualQueryCost).toBeNull();
    const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
    expect(Math.abs(retryAfterMs / 1000 - missing)).toBeLessThanOrEqual(1);
    expect(await bea.places().catch(String)).toContain('THROTTLED');

    const subscriber = (await Subscriber.of(api, bea)).subscribe(
      'subscription { changes { order { items { merchant { name } history(first: 10) { cursor } } } } }',
    );
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'THROTTLED' } });
    await subscriber.leave();
  });

  test('is one for each account', async () => {
    const carl = await api.buyer('Carl');
    expect((await carl.send('{ viewer { id } }')).status).toBe(200);
  });
});

describe('what is never given back', () => {
  let api: TestApi;

  beforeAll(async () => {
    const environment = { COST_BUDGET: '10000', COST_RESTORE_PER_SECOND: '1' };
    api = await TestApi.start(create, new InProcessSignals(), { environment });
  });

  afterAll(() => api.stop());

  const balanceOf = async (person: Person) => {
    const { text } = await person.send('{ viewer { id } }');
    return (JSON.parse(text).extensions.cost as Cost).throttleStatus.currentlyAvailable;
  };

  test('a long document pays for being read, unless it is known', async () => {
    const bea = await api.buyer();
    const long = `{ viewer { id } } # ${'x'.repeat(3_000)}`;
    const before = await balanceOf(bea);
    await bea.readsOnce(long);
    const read = before - (await balanceOf(bea));
    // A point for 20 characters beyond the first thousand.
    expect(read).toBeGreaterThan(90);
    expect(read).toBeLessThan(110);
    await bea.readsOnce(long);
    expect(before - read - (await balanceOf(bea))).toBeLessThan(10);
    await bea.readsOnce('{ viewer { id name } }');
    expect(before - read - (await balanceOf(bea))).toBeLessThan(15);
  });

  test('a subscription pays for answers that are long', async () => {
    const carl = await api.buyer('Carl');
    const subscriber = await Subscriber.of(api, carl);
    subscriber.subscribe('subscription { changes { cursor order { items { id url productName specification } } } }');
    await until(() => api.services.signals.topics().has(`changes:${carl.id}`));
    await carl.places([{}]);
    await subscriber.received(1);
    const before = await balanceOf(carl);
    await carl.places(Array.from({ length: 300 }, (_, at) => ({ productName: `Mug ${at}` })));
    await subscriber.received(2);
    expect(before - (await balanceOf(carl))).toBeGreaterThan(200);
    await subscriber.leave();
  });
});

test.each([
  ['the last word of a trusted proxy counts', '127.0.0.1', [200, 429, 200]],
  ['without one, the address that the connection comes from', '', [200, 429, 429]],
])('strangers have a tenth, one for each address: %s', async (_what, TRUSTED_PROXIES, expected) => {
  const environment = { COST_BUDGET: '1500', COST_RESTORE_PER_SECOND: '10', TRUSTED_PROXIES };
  const api = await TestApi.start(create, new InProcessSignals(), { environment });
  try {
    const from = async (address: string) => {
      const headers = { 'x-forwarded-for': address };
      const payload = { query: `mutation { ${SIGN_IN} }` };
      return (await api.app.inject({ method: 'POST', url: '/graphql', headers, payload })).statusCode;
    };
    expect([await from('203.0.113.1'), await from('203.0.113.1'), await from('203.0.113.2')]).toEqual(expected);
  } finally {
    await api.stop();
  }
});
