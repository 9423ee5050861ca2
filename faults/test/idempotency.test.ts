import { setTimeout as pause } from 'node:timers/promises';
import { figure } from '../testkit/figures.js';
import { inFlight } from '../testkit/in-flight.js';
import { insist } from '../testkit/insist.js';
import { type ItemState, type Mutation, newItem, type Outcome, replacement } from '../testkit/person.js';
import { Random } from '../testkit/random.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

/** By then some calls have been answered; at 0 none has even arrived. */
const LATEST_KILL_MS = 400;

type Input = { readonly idempotencyKey: string };

const random = new Random('idempotency');
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 2 });
});

afterAll(() => stage?.end());

/** One thing to do once, and how to find out how often it was done. */
interface Deed {
  readonly mutation: Mutation;
  readonly input: Input;
  readonly otherInput: Input;
  expectDoneOnce(): Promise<void>;
}

async function orderToPlace(name: string): Promise<Deed> {
  const [buyer] = stage.buyers;
  const before = await buyer.latestCursor();
  const input = { currency: 'GBP', items: [newItem(name), newItem(`${name} too`)], idempotencyKey: name };
  return {
    mutation: 'placeOrder',
    input,
    otherInput: { ...input, currency: 'EUR' } as Input,
    expectDoneOnce: async () => {
      expect(await buyer.feed(before)).toMatchObject([{ kind: 'ORDER_PLACED' }]);
      expect(await buyer.countOrders(`${name} too`)).toBe(1);
    },
  };
}

async function itemToReplace(name: string): Promise<Deed> {
  const { operator, buyers } = stage;
  const [buyer] = buyers;
  const order = await buyer.placeOrder([`${name} before`]);
  const item = await operator.reportItemStatus(order.items[0] as ItemState, 'OOS');
  const before = await buyer.latestCursor();
  const input = { ...replacement(item, name), idempotencyKey: name };
  return {
    mutation: 'replaceItem',
    input,
    otherInput: { ...input, quantity: 99 } as Input,
    expectDoneOnce: async () => {
      expect(await buyer.feed(before)).toMatchObject([{ kind: 'ITEM_REPLACED', item: { id: item.id } }]);
      expect(await buyer.history(item.id)).toMatchObject([
        { kind: 'ITEM_REPLACED', after: { revision: item.revision + 1, productName: name } },
        { kind: 'ITEM_STATUS_REPORTED' },
      ]);
    },
  };
}

function expectEqual(outcomes: readonly Outcome[]): void {
  expect(outcomes[0]?.__typename).toMatch(/Success$/);
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
}

describe.each([
  ['placeOrder', orderToPlace],
  ['replaceItem', itemToReplace],
] as const)('%s', (mutation, prepare) => {
  test(`${SIZE.repeats} calls with one key over two servers have one effect and equal answers`, async () => {
    const { servers, buyers } = stage;
    const deed = await prepare(`${mutation} at once`);
    const outcomes = await inFlight(SIZE.repeats, SIZE.repeats, (index) =>
      buyers[0].tries(deed.mutation, deed.input, servers[index % 2]),
    );
    expectEqual(outcomes);
    await deed.expectDoneOnce();
    expect(await buyers[0].tries(deed.mutation, deed.otherInput)).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    await deed.expectDoneOnce();
  });

  test('so they have when the server that holds the key is killed', async () => {
    const { servers, buyers } = stage;
    const [doomed] = servers;
    let early = 0;
    let repeated = 0;
    for (let round = 1; round <= SIZE.keyHolderKills; round += 1) {
      const deed = await prepare(`${mutation} ${round}`);
      let answered = 0;
      const calls = inFlight(SIZE.repeats, SIZE.repeats, async (index) => {
        const insisted = await insist(buyers[0], deed.mutation, deed.input, servers[index % 2]);
        answered += 1;
        return insisted;
      });
      const killed = pause(random.between(0, LATEST_KILL_MS)).then(() => {
        if (answered === 0) early += 1;
        return doomed.kill();
      });
      const [insisted] = await Promise.all([calls, killed]);
      repeated += insisted.filter(({ attempts }) => attempts > 1).length;
      expectEqual(insisted.map(({ outcome }) => outcome));
      await doomed.startAgain();
      await deed.expectDoneOnce();
      const reused = await buyers[0].tries(deed.mutation, deed.otherInput);
      expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    }
    figure(
      `${mutation}, holder of the key killed`,
      `${SIZE.keyHolderKills} times, ${early} of them before any answer; ${repeated} calls were repeated`,
    );
  });
});
