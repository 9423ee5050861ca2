import { ITEM_STATUSES } from '@oops/item-status';
import { Scope } from '../src/accounts/scope.js';
import { numberOperationsFeed } from '../src/changes/number-operations-feed.js';
import { OperationsFeedEntity } from '../src/changes/operations-feed.entity.js';
import { InProcessBudgets } from '../src/costs/budgets.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem, type Person, withoutBalance } from './testkit/person.js';
import { ORDER_FIELDS, type OrderView } from './testkit/views.js';

const LIST = `query List($first: Int) { orders(first: $first) { edges { node ${ORDER_FIELDS} } } }`;

const SUMMARY = 'itemCount merchantCount attentionCount total';

describe.each(databases)('documents that come again, on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
    olga = await api.operator();
    await bea.places([{}, { merchantName: null, url: 'https://elsewhere.example/1' }]);
  });

  afterAll(() => api.stop());

  const statementsOf = async (person: Person, query: string, variables = {}) => {
    let text = '';
    const statements = await api.statements.during(async () => {
      text = withoutBalance(await person.send(query, variables));
    });
    return { text, count: statements.length };
  };

  test('are answered the same: by graphql-js, compiled, and from memory with one statement', async () => {
    const variables = { first: 7 };
    const answers = [];
    for (let time = 0; time < 4; time += 1) answers.push(await statementsOf(bea, LIST, variables));
    // What is asked for the second time, of a document that is known, is worth remembering.
    expect(answers.map(({ count }) => count)).toEqual([3, 3, 3, 1]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test('say the same as others do where something fails before they run', async () => {
    const query = '{ viewer { latestChangeCursor name } }';
    const { database } = api.services;
    const failing = async () => {
      const lastPosition = await numberOperationsFeed(database);
      await database.transaction(({ manager }) => manager.delete(OperationsFeedEntity, { id: 1 }));
      const answer = await olga.send(query);
      await database.transaction(({ manager }) => manager.insert(OperationsFeedEntity, { id: 1, lastPosition }));
      return withoutBalance(answer).replace(/"requestId":"[^"]+"/, '');
    };
    const unknown = await failing();
    expect(unknown).toMatch(/INTERNAL_SERVER_ERROR.*requestedQueryCost/);
    await olga.reads(query);
    expect(await failing()).toBe(unknown);
  });

  test('show each change at once, on a server that was not told of it too', async () => {
    const other = await api.another(new InProcessSignals());
    const order = await bea.places([{}, {}]);
    const at = [bea, other.as(bea)];
    for (const person of at) await person.reads(LIST, { first: 3 });
    let item = order.items[0];
    for (const status of ['OOS', 'PRICE_ERROR'] as const) {
      if (!item) throw new Error('one item');
      ({ item } = await olga.reports(item, status));
      for (const person of at) {
        const { orders } = await person.reads<{ orders: { edges: [{ node: OrderView }] } }>(LIST, { first: 3 });
        expect(orders.edges[0].node.items[0]).toMatchObject({ status, revision: item?.revision });
      }
    }
    await other.stop();
  });

  test('are answered to each what is theirs', async () => {
    const tom = await api.buyer('Tom');
    await tom.places();
    const numbersOf = async (person: Person) => {
      const { orders } = await person.reads<{ orders: { edges: Array<{ node: OrderView }> } }>(LIST, { first: 50 });
      return orders.edges.map(({ node }) => node.number);
    };
    const [hers, his] = [await numbersOf(bea), await numbersOf(tom)];
    expect(his).toHaveLength(1);
    expect(hers).not.toEqual(expect.arrayContaining(his));
    expect(await numbersOf(olga)).toEqual(expect.arrayContaining([...hers, ...his]));
    const writer = await api.programOf(bea, [Scope.ORDERS_WRITE]);
    expect(await writer.send(LIST, { first: 50 })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test('are not remembered for operators, nor where they ask for what the feed does not tell', async () => {
    for (const query of [LIST, `{ viewer { name } orders { edges { node { id } } } }`]) {
      const person = query === LIST ? olga : bea;
      await person.reads(query);
      expect((await statementsOf(person, query)).count).toBeGreaterThan(1);
    }
  });

  test('come to the same errors in the same words', async () => {
    const query = `query ($after: String) { viewer { name } orders(after: $after) { edges { cursor } } }`;
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(withoutBalance(await bea.send(query, { after: 'nowhere' })));
    expect(answers[0]).toContain('INVALID_CURSOR');
    expect(new Set(answers).size).toBe(1);
    await bea.reads(query, {});
    expect(withoutBalance(await bea.send(query, { after: 7 }))).toContain('BAD_USER_INPUT');
  });

  test.each([
    ['nothing else', '', 3 + 1],
    // What comes after an error that the whole answer falls with is not done, each time alike.
    ['another mutation', 'another: placeOrder(input: $input) { __typename }', 2 * 3 + 1],
  ])(
    'do a mutation once, also where its answer comes to an error after it was done, beside %s',
    async (_name, more, count) => {
      const query = `mutation ($input: PlaceOrderInput!, $first: Int!) {
      placeOrder(input: $input) { ... on PlaceOrderSuccess { order { items { history(first: $first) { kind } } } } }
      ${more}
    }`;
      const input = { currency: 'GBP', items: [anItem] };
      const orders = async () => (await bea.send('{ orders(first: 100) { edges { cursor } } }')).text.match(/cursor/g);
      const [before] = [await orders()];
      for (let time = 0; time < 3; time += 1) expect((await bea.send(query, { input, first: 1 })).errors).toEqual([]);
      expect((await bea.send(query, { input, first: 100_000 })).errors).toHaveLength(1);
      expect((await orders())?.length).toBe((before?.length ?? 0) + count);
    },
  );

  test('refuse variables that do not fit, though graphql-jit would take a list for an object', async () => {
    const filtered = 'query Filtered($filter: OrderFilter) { orders(first: 1, filter: $filter) { edges { cursor } } }';
    for (let time = 0; time < 2; time += 1) await bea.reads(filtered);
    for (const filter of [[], 'OPEN', { state: 'open' }, { unknown: 1 }])
      expect(await bea.send(filtered, { filter })).toMatchObject({
        errors: [{ message: expect.stringMatching(/^Variable "\$filter"/), extensions: { code: 'BAD_USER_INPUT' } }],
      });
  });

  test.each([
    [
      'a condition on one of two spreads',
      `query ($id: ID!, $full: Boolean!) {
        first: order(id: $id) { number ...F @include(if: $full) }
        second: order(id: $id) { ...F }
      } fragment F on Order { id total }`,
      undefined,
    ],
    [
      'a condition in another operation',
      `query List($id: ID!, $full: Boolean!) { order(id: $id) { number ...F @include(if: $full) } }
      query One($id: ID!, $full: Boolean!) { order(id: $id) { id @skip(if: $full) ...F } }
      fragment F on Order { total itemCount }`,
      ['List', 'One', 'List', 'One'],
    ],
  ])('leave out the same with %s', async (_what, query, names = ['', '', '', '']) => {
    const { id } = await bea.places();
    const answers = new Map<string, Set<string>>();
    for (const operationName of names) {
      const payload = { query, variables: { id, full: false }, ...(operationName && { operationName }) };
      const { headers } = bea;
      const { data } = (await api.app.inject({ method: 'POST', url: '/graphql', headers, payload })).json();
      answers.set(operationName, (answers.get(operationName) ?? new Set()).add(JSON.stringify(data)));
    }
    for (const told of answers.values()) expect(told.size).toBe(1);
    expect(JSON.stringify([...answers.values()].map((told) => [...told]))).toContain('total');
  });

  test('refuse null for a variable with a default where there must be a value, each time', async () => {
    const [item] = (await bea.places()).items;
    const query = `mutation ($id: ID!, $revision: Int = 1) {
      reportItemStatus(input: { itemId: $id, expectedRevision: $revision, status: OOS }) { __typename }
    }`;
    await olga.reads(query, { id: item?.id });
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await olga.send(query, { id: item?.id, revision: null });
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^Argument "input"/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test('tell the same of a field whatever else is asked for beside it', async () => {
    const { id } = await bea.places([{}, { merchantName: null, url: 'https://elsewhere.example/1' }]);
    const wide = await bea.sees(id);
    const narrow = `query ($id: ID!) { order(id: $id) { merchantCount items { id merchant { name } } } }`;
    const { order } = await bea.reads<{ order: OrderView }>(narrow, { id });
    expect(order.items.map(({ merchant }) => merchant.name)).toEqual(['Harbour & Pine', 'elsewhere.example']);
    expect(order).toMatchObject({
      merchantCount: 2,
      items: wide?.items.map((item) => ({ id: item.id, merchant: { name: item.merchant.name } })),
    });
  });

  test('that come together share their statements, and each is answered what is theirs', async () => {
    const [tom, gone] = [await api.buyer('Tom'), await api.again(bea)];
    const [hers, his] = [await bea.places([{}, {}]), await tom.places()];
    if (hers.items[0]) await olga.reports(hers.items[0], 'PRICE_ERROR', { currentUnitPrice: '15.95' });
    await gone.send('mutation { signOut }');
    const asks = [bea, tom, olga, bea, gone, api.stranger()].flatMap((person) =>
      [hers, his].map(({ id }) => [person, id] as const),
    );
    const query = `query ($id: ID!) { order(id: $id) ${ORDER_FIELDS} }`;
    const ask = ([person, id]: (typeof asks)[number]) => person.send(query, { id });
    const alone = [];
    for (const each of asks) alone.push(withoutBalance(await ask(each)));
    let together: string[] = [];
    const statements = await api.statements.during(async () => {
      together = (await Promise.all(asks.map(ask))).map(withoutBalance);
    });
    expect(together).toEqual(alone);
    expect(statements.length).toBeLessThan(asks.length);
    expect(alone.filter((answer) => answer.includes('"15.95"'))).toHaveLength(3);
  });

  test('summarize items alike whether or not they are read too', async () => {
    for (const status of ITEM_STATUSES) {
      const { items } = await bea.places([{ merchantName: 'A' }, { merchantName: 'a' }, { quantity: 3 }]);
      for (const item of items.slice(0, 2)) {
        const { item: reported } = await olga.reports(item, status);
        if (reported && status === 'OOS') await bea.keeps(reported);
      }
    }
    const [{ orders: closing }] = [await bea.reads<Summaries>(`{ orders { edges { node { id } } } }`)];
    await bea.prepares(closing.edges[0]?.node.id ?? '');
    const alone = await bea.reads<Summaries>(`{ orders(first: 100) { edges { node { id ${SUMMARY} } } } }`);
    const withItems = await bea.reads<Summaries>(
      `{ orders(first: 100) { edges { node { id ${SUMMARY} items { id } } } } }`,
    );
    expect(alone.orders.edges.length).toBeGreaterThan(ITEM_STATUSES.length);
    expect(withItems.orders.edges.map(({ node: { items: _, ...node } }) => node)).toEqual(
      alone.orders.edges.map(({ node }) => node),
    );
  });
});

interface Summaries {
  readonly orders: {
    readonly edges: ReadonlyArray<{ readonly node: { readonly id: string; readonly items?: unknown } }>;
  };
}

const [[, createSqlite]] = databases as [(typeof databases)[number]];

test('an answer from memory is paid for, and refused where that cannot be', async () => {
  const environment = { COST_BUDGET: '40', COST_RESTORE_PER_SECOND: '1' };
  // Nothing comes back meanwhile, however slow the machine is.
  const budgets = new InProcessBudgets(() => 0);
  const api = await TestApi.start(createSqlite, new InProcessSignals(), { environment, budgets });
  const bea = await api.buyer();
  const query = '{ orders(first: 5) { edges { node { id } } } }';
  const balances: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const { text } = await bea.send(query);
    balances.push(Number(/"currentlyAvailable":(\d+)/.exec(text)?.[1]));
  }
  expect(balances).toEqual([...balances].sort((a, b) => b - a));
  expect(new Set(balances).size).toBe(5);
  let answer = await bea.send(query);
  for (let time = 0; time < 50 && answer.status === 200; time += 1) answer = await bea.send(query);
  expect(answer).toMatchObject({ status: 429, errors: [{ extensions: { code: 'THROTTLED' } }] });
  await api.stop();
});

test('a mutation whose answer errs is paid for once, so that none is refused after it was done', async () => {
  let payments = 0;
  class CountedBudgets extends InProcessBudgets {
    override take(...payment: Parameters<InProcessBudgets['take']>) {
      payments += 1;
      return super.take(...payment);
    }
  }
  const budgets = new CountedBudgets();
  const api = await TestApi.start(createSqlite, new InProcessSignals(), { budgets });
  const bea = await api.buyer();
  const query = `mutation ($input: PlaceOrderInput!, $first: Int!) {
    placeOrder(input: $input) { ... on PlaceOrderSuccess { order { items { history(first: $first) { kind } } } } }
  }`;
  const input = { currency: 'GBP', items: [anItem] };
  await bea.send(query, { input, first: 1 });
  payments = 0;
  expect((await bea.send(query, { input, first: 100_000 })).errors).toHaveLength(1);
  expect(payments).toBe(1);
  await api.stop();
});

test('what describes the API stays hidden from strangers in production, however often others asked', async () => {
  const environment = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://orders.example',
    PAGE_DOCUMENTS_ONLY: 'false',
  };
  const api = await TestApi.start(createSqlite, new InProcessSignals(), { environment });
  const bea = await api.buyer();
  const query = '{ viewer { id } __schema { queryType { name } } }';
  await bea.reads(query);
  expect(await api.stranger().send(query)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  await api.stop();
});
