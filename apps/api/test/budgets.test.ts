import fc from 'fast-check';
import type { Budgets } from '../src/costs/budgets.js';
import { InProcessBudgets } from '../src/costs/budgets.js';
import { RedisBudgets } from '../src/costs/redis-budgets.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { redisUrl } from './testkit/redis.js';

/** How many calls are compared with the model. */
const CALLS = 2_000;

const BUDGET = { maximum: 1_000, restorePerSecond: 300 };

interface Call {
  readonly server: number;
  readonly payer: number;
  readonly points: number;
  readonly settles: boolean;
  /** How much later it comes than the one before, in milliseconds. */
  readonly later: number;
}

const call: fc.Arbitrary<Call> = fc.record({
  server: fc.nat(1),
  payer: fc.nat(2),
  points: fc.integer({ min: 1, max: 700 }),
  settles: fc.boolean(),
  later: fc.oneof(fc.constant(0), fc.nat(2_000), fc.integer({ min: -50, max: 50 })),
});

/**
 * What a bucket is, said once more and as plainly as can be: what was there at first, taken and has come back. In
 * thousandths of a point, which are whole numbers: a model that rounds is wrong once in some 300,000 calls.
 */
class Model {
  private readonly known = new Map<string, { left: number; seen: number }>();

  expect(payer: string, { points, settles }: Call, now: number): { taken: boolean; left: number } {
    const full = BUDGET.maximum * 1000;
    const bucket = this.known.get(payer) ?? { left: full, seen: now };
    const back = Math.max(0, now - bucket.seen) * BUDGET.restorePerSecond;
    const left = Math.min(full, bucket.left + back);
    const change = (settles ? points - 350 : -points) * 1000;
    const taken = settles || left >= points * 1000;
    const after = taken ? Math.min(full, left + change) : left;
    this.known.set(payer, { left: after, seen: Math.max(now, bucket.seen) });
    return { taken, left: after / 1000 };
  }
}

/** Makes random calls and counts where what came of them differs from the model. */
async function differences(servers: readonly Budgets[], calls: readonly Call[], clock: { now: number }) {
  const model = new Model();
  const name = `test-${process.pid}-${Math.random()}`;
  let found = 0;
  for (const one of calls) {
    clock.now += one.later;
    const server = servers[one.server % servers.length] as Budgets;
    const payer = `${name}-${one.payer}`;
    const expected = model.expect(payer, one, clock.now);
    const actual = one.settles
      ? await server.settle(payer, one.points - 350, BUDGET)
      : await server.take(payer, one.points, BUDGET);
    if (actual.taken !== expected.taken || Math.abs(actual.left - expected.left) > 0.0005) found += 1;
  }
  return found;
}

/** How long Redis may take here, in milliseconds: on a busy machine it is slow, and not away. */
const PATIENCE_MS = 30_000;

const someCalls = () => fc.sample(call, CALLS);

test('buckets of one process keep to the model', async () => {
  const clock = { now: 1_700_000_000_000 };
  const budgets = new InProcessBudgets(() => clock.now);
  expect(await differences([budgets], someCalls(), clock)).toBe(0);
});

test('strangers do not fill the memory', async () => {
  const clock = { now: 0 };
  const budgets = new InProcessBudgets(() => clock.now);
  for (let stranger = 0; stranger < 25_000; stranger += 1) await budgets.take(`${stranger}`, 1, BUDGET);
  expect(budgets.size).toBeLessThanOrEqual(10_000);
  clock.now += 60_000;
  await budgets.take('one more', 1, BUDGET);
  expect(budgets.size).toBe(1);
});

(redisUrl ? describe : describe.skip)('over two servers', () => {
  let one: TestApi;
  let two: TestApi;
  const clock = { now: 1_700_000_000_000 };

  beforeAll(async () => {
    const [[, create]] = databases as [(typeof databases)[number]];
    const settings = () => ({
      budgets: new RedisBudgets(redisUrl ?? '', { clock: () => clock.now, answersWithinMs: PATIENCE_MS }),
    });
    one = await TestApi.start(create, new InProcessSignals(), settings());
    two = await one.another(new InProcessSignals(), settings());
    // Until Redis answers each counts by itself.
    for (const { services } of [one, two]) await (services.budgets as RedisBudgets).connected();
  });

  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  test('random calls keep to the model of one bucket', async () => {
    expect(await differences([one.services.budgets, two.services.budgets], someCalls(), clock)).toBe(0);
  });

  test('what is asked at one is paid for at the other', async () => {
    const bea = await one.buyer();
    const left = async (api: TestApi) => {
      const headers = { cookie: bea.cookie ?? '' };
      const payload = { query: '{ viewer { id } }' };
      const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
      return response.json().extensions.cost.throttleStatus.currentlyAvailable;
    };
    expect([await left(one), await left(two), await left(one)]).toEqual([49_999, 49_998, 49_997]);
  });

  test('time comes from Redis where none is handed in', async () => {
    const budgets = new RedisBudgets(redisUrl ?? '', { answersWithinMs: PATIENCE_MS });
    await budgets.connected();
    const payer = `test-${process.pid}-${Math.random()}`;
    const slow = { maximum: 10, restorePerSecond: 1 };
    expect(await budgets.take(payer, 10, slow)).toMatchObject({ taken: true });
    const { taken, left } = await budgets.take(payer, 10, slow);
    expect(taken).toBe(false);
    expect(left).toBeLessThan(10);
    await budgets.close();
  });
});
