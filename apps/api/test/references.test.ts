import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem, type Person } from './testkit/person.js';
import type { ItemView, OrderView } from './testkit/views.js';

interface Page {
  readonly orders: { readonly edges: ReadonlyArray<{ readonly node: OrderView }> };
}

const WITH_ITEMS = 'query { orders { edges { node { id reference items { id reference } } } } }';
const WITHOUT = 'query { orders { edges { node { id items { id productName } } } } }';

describe.each(databases)('references on %s', (_name, create) => {
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

  const placesAs = (person: Person, reference: string | null, items = [{}]) =>
    person.places(items, 'GBP', { reference });

  test('are told wherever an order and its items are', async () => {
    const placed = await placesAs(bea, ' PO-4711\n', [{ reference: 'Zeile 1' }, {}, { reference: '\t第3行 🧾 ' }]);
    const own = { order: 'PO-4711', items: ['Zeile 1', null, '第3行 🧾'] };
    const shown = (order: Pick<OrderView, 'reference' | 'items'> | null | undefined) => ({
      order: order?.reference,
      items: order?.items.map(({ reference }) => reference),
    });
    expect(shown(placed)).toEqual(own);
    for (const person of [bea, olga]) {
      expect(shown(await person.sees(placed.id))).toEqual(own);
      const { orders } = await person.reads<Page>(WITH_ITEMS);
      expect(shown(orders.edges[0]?.node)).toEqual(own);
      const one = `query ($order: ID!, $item: ID!) {
        alone: order(id: $order) { reference itemCount }
        order: node(id: $order) { ... on Order { reference merchants { items { reference } } } }
        item: node(id: $item) { ... on Item { reference order { reference } } }
      }`;
      expect(await person.reads(one, { order: placed.id, item: placed.items[2]?.id })).toEqual({
        alone: { reference: own.order, itemCount: 3 },
        order: { reference: own.order, merchants: [{ items: own.items.map((reference) => ({ reference })) }] },
        item: { reference: own.items[2], order: { reference: own.order } },
      });
    }
    await olga.reports(placed.items[0] as ItemView, 'OOS');
    expect(await bea.feed('{ order { reference } item { reference } }')).toEqual([
      { order: { reference: own.order }, item: null },
      { order: { reference: own.order }, item: { reference: own.items[0] } },
    ]);
  });

  test.each([null, '', ' \u3000', '\u200b'])('%j is none', async (reference) => {
    const { id } = await placesAs(bea, reference, [{ reference }]);
    expect(await bea.sees(id)).toMatchObject({ reference: null, items: [{ reference: null }] });
  });

  test('of one asked for without the other are right', async () => {
    const { id } = await placesAs(bea, 'PO-1', [{ reference: 'line 1' }]);
    const read = (fields: string) => bea.reads(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id });
    expect(await read('reference items { productName }')).toMatchObject({ order: { reference: 'PO-1' } });
    expect(await read('items { reference }')).toEqual({ order: { items: [{ reference: 'line 1' }] } });
    expect(await read('reference')).toEqual({ order: { reference: 'PO-1' } });
  });

  test('stay whatever becomes of the item and the order', async () => {
    const placed = await placesAs(bea, 'PO-1', [{ reference: 'line 1' }]);
    const item = { reference: 'line 1' };
    const reported = await olga.reports(placed.items[0] as ItemView, 'OOS');
    const replaced = await bea.replaces(reported.item as ItemView, { productName: 'Ash Board' });
    expect(replaced).toMatchObject({ __typename: 'ReplaceItemSuccess', item: { ...item, productName: 'Ash Board' } });
    const late = await bea.replaces(reported.item as ItemView);
    expect(late).toMatchObject({ __typename: 'ItemRevisionConflict', item });
    expect(await bea.cancels(replaced.item as ItemView)).toMatchObject({ __typename: 'CancelItemSuccess', item });
    for (const __typename of ['PrepareShipmentSuccess', 'OrderClosed'])
      expect(await bea.prepares(placed.id)).toMatchObject({ __typename, order: { reference: 'PO-1', items: [item] } });
    const closed = await bea.cancels(replaced.item as ItemView);
    expect(closed).toMatchObject({ __typename: 'OrderClosed', order: { reference: 'PO-1' } });
    expect(await bea.sees(placed.id)).toMatchObject({ reference: 'PO-1', items: [item] });
  });

  test('cannot be changed', async () => {
    const item = await bea.placesItem({ reference: 'line 1' });
    const { item: reported } = await olga.reports(item, 'OOS');
    await expect(bea.replaces(reported as ItemView, { reference: 'line 2' })).rejects.toThrow('reference');
    expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ reference: 'line 1', revision: 2 });
  });

  test('that are too long or not readable are refused by field, and nothing is placed', async () => {
    const wrong: Array<[reference: string, says: string]> = [
      ['长'.repeat(101), 'At most 100'],
      ['two\nlines', 'cannot be shown'],
      ['null\u0000byte', 'cannot be shown'],
      ['half \ud83d', 'cannot be shown'],
    ];
    for (const [reference, says] of wrong) {
      const violation = (field: string) => ({ field, message: expect.stringContaining(says) });
      expect(await bea.tries('placeOrder', { currency: 'GBP', reference, items: [anItem] })).toMatchObject({
        __typename: 'InvalidInput',
        violations: [violation('reference')],
      });
      expect(await bea.tries('placeOrder', { currency: 'GBP', items: [{ ...anItem, reference }] })).toMatchObject({
        __typename: 'InvalidInput',
        violations: [violation('items.0.reference')],
      });
    }
    expect(await bea.feed('{ sequence }')).toEqual([]);
  });

  test.each(['🧾', '长', 'é'])('may have 100 of %s', async (letter) => {
    const reference = letter.repeat(100);
    const { id } = await placesAs(bea, ` ${reference} `, [{ reference }]);
    expect(await bea.sees(id)).toMatchObject({ reference, items: [{ reference }] });
  });

  test('are part of what an idempotency key stands for', async () => {
    const call = { currency: 'GBP', idempotencyKey: 'place-1', reference: 'PO-1' };
    const items = [{ ...anItem, reference: 'line 1' }];
    const first = await bea.tries('placeOrder', { ...call, items });
    expect(first).toMatchObject({ __typename: 'PlaceOrderSuccess' });
    expect(await bea.tries('placeOrder', { ...call, items })).toEqual(first);
    for (const other of [
      { ...call, items, reference: 'PO-2' },
      { ...call, items, reference: null },
      { ...call, items: [{ ...anItem, reference: 'line 2' }] },
      { ...call, items: [anItem] },
    ])
      expect(await bea.tries('placeOrder', other)).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    expect(await bea.feed('{ sequence }')).toHaveLength(1);
  });

  test('are read only where they are asked for, and take no statement of their own', async () => {
    const during = (work: () => Promise<unknown>) => api.statements.during(work);
    const without = await during(() => bea.places());
    expect(await during(() => placesAs(bea, 'PO-1', [{ reference: 'line 1' }]))).toHaveLength(without.length);
    const query = `query ($id: ID!) { order(id: $id) { reference items { reference } } }`;
    const { id } = await placesAs(bea, 'PO-1', [{ reference: 'line 1' }]);
    const mentions = async (asked: string, variables = {}) => {
      const statements = await during(() => bea.readsOnce(asked, variables));
      return statements.filter((statement) => /reference/i.test(statement)).length;
    };
    expect(await mentions(WITHOUT)).toBe(0);
    expect(await mentions(query.replaceAll('reference', 'id'), { id })).toBe(0);
    expect(await mentions(WITH_ITEMS)).toBe(2);
    expect(await mentions(query, { id })).toBe(1);
  });
});
