import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import type { ItemView, OrderView } from './testkit/views.js';

interface MerchantView {
  readonly merchant: { readonly name: string; readonly host: string };
  readonly itemCount: number;
  readonly attentionCount: number;
  readonly items: ReadonlyArray<{ readonly productName: string }>;
}

const BY_MERCHANT = `query ($id: ID!, $merchants: Int, $items: Int) {
  order(id: $id) {
    merchants(first: $merchants) {
      merchant { name host } itemCount attentionCount items(first: $items) { productName }
    }
  }
}`;

describe.each(databases)('the merchants of an order on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;
  let order: OrderView;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
    olga = await api.operator();
    const line = (productName: string, merchantName: string | null, host: string) => ({
      productName,
      merchantName,
      url: `https://${host}/${productName}`,
    });
    order = await bea.places([
      line('A', 'Pine', 'pine.example'),
      line('B', null, 'north.example'),
      line('C', 'Pine', 'pine.example'),
      line('D', 'Pine', 'other.example'),
      line('E', 'Pine', 'pine.example'),
    ]);
  });

  afterAll(() => api.stop());

  const merchants = async (variables = {}, person = bea) => {
    const data = await person.reads<{ order: { merchants: MerchantView[] } }>(BY_MERCHANT, {
      id: order.id,
      ...variables,
    });
    return data.order.merchants.map(({ merchant, items, ...counts }) => ({
      merchant: `${merchant.name} at ${merchant.host}`,
      items: items.map(({ productName }) => productName).join(''),
      ...counts,
    }));
  };

  test('come in the order of their first items, each with what it sells', async () => {
    const expected = [
      { merchant: 'Pine at pine.example', itemCount: 3, attentionCount: 0, items: 'ACE' },
      { merchant: 'north.example at north.example', itemCount: 1, attentionCount: 0, items: 'B' },
      { merchant: 'Pine at other.example', itemCount: 1, attentionCount: 0, items: 'D' },
    ];
    expect(await merchants()).toEqual(expected);
    expect(await merchants({}, olga)).toEqual(expected);
  });

  test('come a few at a time where that is asked for, and say how many items there are', async () => {
    expect(await merchants({ merchants: 2, items: 1 })).toEqual([
      { merchant: 'Pine at pine.example', itemCount: 3, attentionCount: 0, items: 'A' },
      { merchant: 'north.example at north.example', itemCount: 1, attentionCount: 0, items: 'B' },
    ]);
  });

  test('come with the neediest first, and so do their items', async () => {
    await olga.reports(order.items[3] as ItemView, 'OOS');
    await olga.reports(order.items[4] as ItemView, 'OOS');
    expect(await merchants()).toEqual([
      { merchant: 'Pine at other.example', itemCount: 1, attentionCount: 1, items: 'D' },
      { merchant: 'Pine at pine.example', itemCount: 3, attentionCount: 1, items: 'EAC' },
      { merchant: 'north.example at north.example', itemCount: 1, attentionCount: 0, items: 'B' },
    ]);
  });

  test('take one statement besides that for the session', async () => {
    const read = () => bea.readsOnce(BY_MERCHANT, { id: order.id });
    expect(await api.statements.during(read)).toHaveLength(2);
  });

  test('are told of an order that was just placed', async () => {
    const { data } = await bea.send(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
        ... on PlaceOrderSuccess { order { merchants { merchant { host } items { productName } } } }
      } }`,
      {
        input: {
          currency: 'GBP',
          items: [{ url: 'https://pine.example', productName: 'A', quantity: 1, unitPrice: '1' }],
        },
      },
    );
    const merchants = [{ merchant: { host: 'pine.example' }, items: [{ productName: 'A' }] }];
    expect(data).toEqual({ placeOrder: { order: { merchants } } });
  });

  test.each([{ merchants: 0 }, { merchants: 101 }, { items: 0 }, { items: 101 }])(
    'are refused with %j',
    async (sizes) => {
      const { data, errors } = await bea.send(BY_MERCHANT, { id: order.id, ...sizes });
      expect(data).toEqual({ order: null });
      expect(errors).toMatchObject([
        { message: '"first" must be from 1 to 100.', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    },
  );

  test('are nobody else’s to see', async () => {
    const carl = await api.buyer('Carl');
    expect(await carl.reads(BY_MERCHANT, { id: order.id })).toEqual({ order: null });
  });
});
