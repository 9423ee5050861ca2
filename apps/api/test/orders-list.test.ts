import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { type ItemView, ORDER_FIELDS, type OrderView } from './testkit/views.js';

interface Page {
  readonly orders: {
    readonly edges: ReadonlyArray<{ readonly cursor: string; readonly node: OrderView }>;
    readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

const LIST = `query ($first: Int, $after: String, $filter: OrderFilter) {
  viewer { name latestChangeCursor }
  orders(first: $first, after: $after, filter: $filter) {
    edges { cursor node { ...Mine buyer { name } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
fragment Mine on Order ${ORDER_FIELDS}`;

describe.each(databases)('the list of orders on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;
  const placed: OrderView[] = [];

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
    olga = await api.operator();
    const start = Date.now() - 1_000;
    // Fives of one millisecond each, so that time alone does not tell orders apart.
    for (let index = 0; index < 25; index += 1) {
      api.stoppedAt = new Date(start + Math.floor(index / 5));
      const lines = Array.from({ length: 1 + (index % 4) }, (_, line) => ({
        productName: `Mug ${index}-${line}`,
        url: `https://shop-${line}.example/p`,
        merchantName: null,
      }));
      placed.unshift(await bea.places(lines));
    }
    api.stoppedAt = undefined;
  });

  afterAll(() => api.stop());

  const list = async (person: Person, variables = {}) => (await person.reads<Page>(LIST, variables)).orders;
  const numbers = (page: Page['orders']) => page.edges.map(({ node }) => node.number);

  test('comes newest first, 20 at a time, each order once', async () => {
    const first = await list(bea);
    expect(first.edges).toHaveLength(20);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await list(bea, { after: first.pageInfo.endCursor });
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect([...numbers(first), ...numbers(second)]).toEqual(placed.map(({ number }) => number));
  });

  test('goes on from any cursor, also between orders of one millisecond', async () => {
    const { edges } = await list(bea, { first: 25 });
    for (const [index, { cursor }] of edges.slice(0, 24).entries()) {
      const next = await list(bea, { first: 1, after: cursor });
      expect(numbers(next)).toEqual([edges[index + 1]?.node.number]);
    }
  });

  test('says of each order how many items and merchants it has and what it costs', async () => {
    const { edges } = await list(bea, { first: 4 });
    for (const { node } of edges) {
      expect(node.itemCount).toBe(node.items.length);
      expect(node.merchantCount).toBe(new Set(node.items.map(({ merchant }) => merchant.name)).size);
      expect(node.total).toBe(`${node.items.length * 500}.00`);
    }
  });

  test.each([1, 20, 100])('takes 3 statements for %d orders with all their items', async (first) => {
    expect(await api.statements.during(() => bea.readsOnce(LIST, { first }))).toHaveLength(3);
  });

  test('finds orders by number and by product name, in any case', async () => {
    const wanted = placed[3] as OrderView;
    const search = (text: string) => list(bea, { filter: { search: text } });
    expect(numbers(await search(wanted.number))).toEqual([wanted.number]);
    expect(numbers(await search(` ${wanted.number.slice(0, 6).toLowerCase()} `))).toContain(wanted.number);
    expect(numbers(await search('mug 7-'))).toEqual([placed[17]?.number]);
    expect((await search('%')).edges).toEqual([]);
    expect((await search('_ug 7')).edges).toEqual([]);
    expect((await search("'; DROP TABLE item; --")).edges).toEqual([]);
    expect((await search('  ')).edges).toHaveLength(20);
  });

  test('finds what a page shows, where several spaces are one', async () => {
    const dora = await api.buyer('Dora');
    const { number } = await dora.places([{ productName: 'PACK OF 72  RETROSPOT CAKE CASES' }]);
    expect(numbers(await list(dora, { filter: { search: 'of 72 retrospot' } }))).toEqual([number]);
    expect(numbers(await list(dora, { filter: { search: ' retrospot  cake' } }))).toEqual([number]);
    expect((await list(dora, { filter: { search: 'retrospot of 72' } })).edges).toEqual([]);
  });

  test('can be narrowed to what needs attention, until that is dealt with', async () => {
    const narrowed = (needsAttention: boolean) => list(bea, { first: 100, filter: { needsAttention } });
    expect((await narrowed(true)).edges).toEqual([]);
    const [first, second, third] = placed as [OrderView, OrderView, OrderView];
    const problems = await Promise.all(
      [first, second, third].map(({ items }) => olga.reports(items[0] as ItemView, 'OOS')),
    );
    expect(numbers(await narrowed(true))).toEqual([first.number, second.number, third.number]);
    expect(numbers(await narrowed(false))).toHaveLength(22);
    await bea.keeps(problems[0]?.item as ItemView);
    await bea.replaces(problems[1]?.item as ItemView);
    await bea.prepares(third.id);
    expect((await narrowed(true)).edges).toEqual([]);
  });

  test('can be narrowed to open or closed orders', async () => {
    const { id, number } = await bea.places();
    await bea.prepares(id);
    expect(numbers(await list(bea, { first: 100, filter: { state: 'CLOSED' } }))).toContain(number);
    expect(numbers(await list(bea, { first: 100, filter: { state: 'OPEN' } }))).not.toContain(number);
  });

  test('shows operators the orders of all buyers, and buyers only their own', async () => {
    const carl = await api.buyer('Carl');
    const { number } = await carl.places();
    expect(numbers(await list(olga, { first: 1 }))).toEqual([number]);
    expect(numbers(await list(carl))).toEqual([number]);
    expect(numbers(await list(bea, { first: 100 }))).not.toContain(number);
    expect((await list(bea, { filter: { search: number } })).edges).toEqual([]);
  });

  test('are found by the name of their buyer, by operators alone', async () => {
    const quentin = await api.buyer('Quentin Quill');
    const { number } = await quentin.places();
    expect(numbers(await list(olga, { filter: { search: 'tin quil' } }))).toEqual([number]);
    expect((await list(quentin, { filter: { search: 'Quentin' } })).edges).toEqual([]);
  });
});
