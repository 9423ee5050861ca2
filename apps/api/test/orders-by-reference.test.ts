import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import type { ItemView, OrderView } from './testkit/views.js';

interface Page {
  readonly orders: {
    readonly edges: ReadonlyArray<{ readonly node: OrderView }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const FIND = `query ($filter: OrderFilter, $first: Int, $after: String) {
  orders(filter: $filter, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor }
  }
}`;

/** What MySQL and MariaDB take for the same by default, and what else might be taken for it. */
const ALIKE = [
  ...['PO-1', 'po-1', 'pO-1', 'PÖ-1', 'PO\u0308-1', 'PØ-1', 'ＰＯ-1', 'PO-1\u200b', '\u200bPO-1', 'PO-1\u0301'],
  ...['🧾', '🍵', '采购-1', 'PO -1', 'PO  -1', 'PO\u00a0-1', 'PO', 'PO-10', 'PO-_', 'PO-%', 'PO-1\\'],
  "PO-1' OR '1'='1",
];

describe.each(databases)('orders by their reference on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    olga = await api.operator();
  });

  beforeEach(async () => {
    bea = await api.buyer();
  });

  afterAll(() => api.stop());

  const placesAs = (person: Person, reference: string, items = [{}]) => person.places(items, 'GBP', { reference });

  const find = async (person: Person, filter: object) => {
    const { orders } = await person.reads<Page>(FIND, { filter, first: 100 });
    return orders.edges.map(({ node }) => node.id);
  };

  test('are just those that have it, to the letter', async () => {
    const ids = new Map<string, string>();
    for (const reference of ALIKE) ids.set(reference, (await placesAs(bea, reference, [{ reference: 'PO-2' }])).id);
    await bea.places();
    for (const person of [bea, olga])
      for (const [reference, id] of ids)
        expect({ reference, found: await find(person, { reference }) }).toEqual({ reference, found: [id] });
    expect(await find(bea, { reference: '\n PO-1 ' })).toEqual([ids.get('PO-1')]);
    for (const reference of ['PO-2', 'P', 'po-10', 'Pö-1']) expect(await find(bea, { reference })).toEqual([]);
    expect(await find(bea, { reference: null })).toHaveLength(ALIKE.length + 1);
  });

  test('are all that have it, newest first, page by page', async () => {
    const ids: string[] = [];
    // Now and then of one millisecond, and between orders that only look alike.
    for (let index = 0; index < 7; index += 1) {
      ids.unshift((await placesAs(bea, 'Monthly')).id);
      await placesAs(bea, 'monthly');
      if (index % 2) api.stoppedAt = api.stoppedAt ? undefined : new Date();
    }
    api.stoppedAt = undefined;
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const { orders }: Page = await bea.reads(FIND, { filter: { reference: 'Monthly' }, first: 3, after });
      found.push(...orders.edges.map(({ node }) => node.id));
      if (!orders.pageInfo.hasNextPage) break;
      after = orders.pageInfo.endCursor;
    }
    expect(found).toEqual([...ids].sort().reverse());
    expect(new Set(found)).toEqual(new Set(ids));
  });

  test('are narrowed further by all else that narrows a list', async () => {
    const [open, closed, needy] = [
      await placesAs(bea, 'PO-71'),
      await placesAs(bea, 'PO-71', [{ productName: 'Samovar' }]),
      await placesAs(bea, 'PO-71'),
    ];
    const other = await placesAs(bea, 'PO-72', [{ productName: 'Samovar' }]);
    await bea.prepares(closed.id);
    for (const { items } of [needy, other]) await olga.reports(items[0] as ItemView, 'OOS');
    const reference = 'PO-71';
    expect(await find(bea, { reference })).toEqual([needy.id, closed.id, open.id]);
    expect(await find(bea, { reference, state: 'CLOSED' })).toEqual([closed.id]);
    expect(await find(bea, { reference, needsAttention: true })).toEqual([needy.id]);
    expect(await find(bea, { reference, needsAttention: false })).toEqual([closed.id, open.id]);
    expect(await find(bea, { reference, search: 'samovar' })).toEqual([closed.id]);
    expect(await find(bea, { search: 'PO-71' })).toEqual([]);
  });

  test('are not found by others, but by operators', async () => {
    const reference = `shared ${bea.id}`;
    const carl = await api.buyer('Carl');
    const [hers, his] = [await placesAs(bea, reference), await placesAs(carl, reference)];
    expect(await find(bea, { reference })).toEqual([hers.id]);
    expect(await find(carl, { reference })).toEqual([his.id]);
    expect(await find(await api.buyer('Dora'), { reference })).toEqual([]);
    expect(await find(olga, { reference })).toEqual([his.id, hers.id]);
  });

  test('are not looked for by what no reference can be', async () => {
    for (const reference of ['', '  ', '长'.repeat(101), 'two\nlines', 'null\u0000byte', 'half \ud83d'])
      expect((await bea.send(FIND, { filter: { reference } })).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument: 'filter.reference' } },
      ]);
  });
});
