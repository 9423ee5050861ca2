import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem, type Person, revisionOf } from './testkit/person.js';
import { CHANGE_FIELDS, type ItemView, MUTATIONS } from './testkit/views.js';

const UNKNOWN = '0'.repeat(32);

describe.each(databases)('bad input on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;
  let item: ItemView & { orderId: string };

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
    olga = await api.operator();
    const placed = await bea.placesItem();
    const { item: reported } = await olga.reports(placed, 'OOS');
    item = { ...(reported as ItemView), orderId: placed.orderId };
  });

  // Nothing in this file may leave a trace.
  afterEach(async () => {
    expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ status: 'OOS', revision: 2 });
    expect(await bea.feed(CHANGE_FIELDS)).toHaveLength(2);
  });

  afterAll(() => api.stop());

  const wrongFields: Array<[field: string, value: unknown, says: string]> = [
    ['quantity', 0, 'at least 1'],
    ['quantity', -1, 'at least 1'],
    ['quantity', 2 ** 31 - 1, 'at most 100,000'],
    ['unitPrice', '1.999', 'at most 2 decimals'],
    ['unitPrice', '-1', 'at least 0.01'],
    ['unitPrice', '0', 'at least 0.01'],
    ['unitPrice', 'abc', 'an amount'],
    ['unitPrice', '1e3', 'an amount'],
    ['unitPrice', '1,000.00', 'an amount'],
    ['unitPrice', '', 'fill this in'],
    ['unitPrice', '99999999999999999999', 'at most 1,000,000.00'],
    ['unitPrice', '1000000.01', 'at most 1,000,000.00'],
    ['url', 'javascript:alert(1)', 'http:// or https://'],
    ['url', 'ftp://shop.example/p/1', 'http:// or https://'],
    ['url', 'shop.example/p/1', 'http:// or https://'],
    ['url', 'https://', 'http:// or https://'],
    ['url', `https://shop.example/${'x'.repeat(2_048)}`, 'At most 2,048'],
    ['url', '', 'fill this in'],
    ['productName', 'x'.repeat(3_000), 'At most 300'],
    ['productName', '   ', 'fill this in'],
    ['productName', 'null\u0000byte', 'cannot be shown'],
    ['productName', 'half \ud83d', 'cannot be shown'],
    ['specification', '长'.repeat(501), 'At most 500'],
    ['merchantName', 'x'.repeat(121), 'At most 120'],
    ['idempotencyKey', '', 'fill this in'],
  ];

  test.each(wrongFields)('replaceItem with %s %j is refused: %s', async (field, value, says) => {
    const outcome = await bea.replaces(item, { [field]: value });
    expect(outcome).toMatchObject({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [{ field, message: expect.stringContaining(says) }],
    });
  });

  test.each(wrongFields.filter(([field]) => field !== 'idempotencyKey'))(
    'placeOrder with %s %j in its second line is refused and places nothing: %s',
    async (field, value, says) => {
      const items = [anItem, { ...anItem, [field]: value }];
      expect(await bea.tries('placeOrder', { currency: 'GBP', items })).toMatchObject({
        __typename: 'InvalidInput',
        violations: [{ field: `items.1.${field}`, message: expect.stringContaining(says) }],
      });
    },
  );

  test('all that is wrong is named at once', async () => {
    const outcome = await bea.replaces(item, { url: 'x', productName: '', quantity: 0, unitPrice: 'y' });
    expect(outcome.violations?.map(({ field }) => field)).toEqual(['url', 'productName', 'quantity', 'unitPrice']);
  });

  test.each([
    ['productName', 'x'.repeat(301), 'TOO_LONG', '300'],
    ['productName', ' ', 'REQUIRED', null],
    ['quantity', 0, 'TOO_SMALL', '1'],
    ['quantity', 100_001, 'TOO_LARGE', '100000'],
    ['unitPrice', '0', 'TOO_SMALL', '0.01'],
    ['unitPrice', '1.005', 'TOO_MANY_DECIMALS', '2'],
    ['url', 'https://shop.example/a b', 'NOT_A_LINK', null],
  ])('what is wrong with %s %j is told to programs: %s %s', async (field, value, problem, bound) => {
    const { replaceItem } = await bea.reads<{ replaceItem: object }>(
      `mutation ($input: ReplaceItemInput!) {
        replaceItem(input: $input) { ... on InvalidInput { violations { field problem bound } } }
      }`,
      { input: { ...anItem, itemId: item.id, expectedRevision: item.revision, [field]: value } },
    );
    expect(replaceItem).toEqual({ violations: [{ field, problem, bound }] });
  });

  test('an order needs items, not too many, and a currency that exists', async () => {
    const place = (currency: string, items: object[]) => bea.tries('placeOrder', { currency, items });
    expect((await place('GBP', [])).violations).toMatchObject([{ field: 'items' }]);
    expect((await place('GBP', Array(501).fill(anItem))).violations).toMatchObject([{ field: 'items' }]);
    expect((await place('XXX', [anItem])).violations).toMatchObject([{ field: 'currency' }]);
    expect((await place('gbp', [anItem])).violations).toMatchObject([{ field: 'currency' }]);
    expect((await place('JPY', [anItem])).violations).toMatchObject([{ field: 'items.0.unitPrice' }]);
  });

  test.each([
    ['quantity', 2 ** 31],
    ['quantity', 1.5],
    ['quantity', '12'],
    ['quantity', null],
    ['unitPrice', 12.5],
    ['expectedRevision', 'first'],
    ['colour', 'red'],
  ])('replaceItem with %s %j is refused by GraphQL itself', async (field, value) => {
    const input = { ...revisionOf(item), ...anItem, [field]: value };
    const { status, errors, data, text } = await bea.send(MUTATIONS.replaceItem, { input });
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining(field),
    });
    expect(text).not.toMatch(/node_modules|stacktrace|SELECT/);
  });

  test('a status that does not exist is refused by GraphQL itself', async () => {
    const input = { ...revisionOf(item), status: 'LOST' };
    const { errors, data } = await olga.send(MUTATIONS.reportItemStatus, { input });
    expect(data).toBeNull();
    expect(errors[0]?.message).toContain('LOST');
  });

  test.each([
    ['evidence.availableQuantity', 'PARTIALLY_OOS', { availableQuantity: 0 }],
    ['evidence.minimumQuantity', 'MOQ_REQUIRED', { minimumQuantity: -5 }],
    ['evidence.currentUnitPrice', 'PRICE_ERROR', { currentUnitPrice: '15.801' }],
    ['evidence.availableSpecifications', 'SPECS_ERROR', { availableSpecifications: [] }],
    ['evidence.availableSpecifications', 'SPECS_ERROR', { availableSpecifications: Array(21).fill('Red') }],
    ['evidence.availableSpecifications.1', 'SPECS_ERROR', { availableSpecifications: ['Red', ' '] }],
    ['evidence.note', 'OOS', { note: 'x'.repeat(1_001) }],
    ['evidence.minimumQuantity', 'OOS', { minimumQuantity: 5 }],
  ] as const)('a report with wrong %s is refused', async (field, status, evidence) => {
    expect(await olga.reports(item, status, evidence)).toMatchObject({
      __typename: 'InvalidInput',
      violations: [{ field }],
    });
  });

  test.each([`itm_${UNKNOWN}`, `ord_${UNKNOWN}`, 'nonsense', '', "' OR 1=1 --", '🙈', 'x'.repeat(5_000)])(
    'the id %j is not found, whatever is tried with it',
    async (itemId) => {
      const call = { itemId, expectedRevision: 1 };
      const outcomes = [
        await bea.tries('replaceItem', { ...call, ...anItem }),
        await bea.tries('keepItem', call),
        await bea.tries('cancelItem', call),
        await olga.tries('reportItemStatus', { ...call, status: 'OOS' }),
        await bea.prepares(itemId),
      ];
      for (const outcome of outcomes) expect(outcome).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
      const query = 'query ($id: ID!) { order(id: $id) { id } node(id: $id) { id } }';
      expect(await bea.reads(query, { id: itemId })).toEqual({ order: null, node: null });
    },
  );

  test.each([
    '',
    'nonsense',
    '🙈',
    Buffer.from('ord:1').toString('base64url'),
    Buffer.from('1:2:3').toString('base64url'),
    Buffer.from('999999999999999999:itm_x').toString('base64url'),
    Buffer.from('operations:1').toString('base64url'),
  ])('the cursor %j is refused with a code that names the argument', async (after) => {
    for (const list of ['orders', 'changes']) {
      const query = `query ($after: String) { ${list}(after: $after) { pageInfo { hasNextPage } } }`;
      const { status, errors } = await bea.send(query, { after });
      expect(status).toBe(200);
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR', argument: 'after' } }]);
    }
  });

  test.each([0, -1, 101, 2 ** 31 - 1])('a page of %d is refused', async (first) => {
    for (const list of ['orders', 'changes']) {
      const query = `query ($first: Int!) { ${list}(first: $first) { pageInfo { hasNextPage } } }`;
      const { errors } = await bea.send(query, { first });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
    }
  });

  test('a search that is too long is refused', async () => {
    const query = 'query ($search: String) { orders(filter: { search: $search }) { pageInfo { hasNextPage } } }';
    const { errors } = await bea.send(query, { search: 'x'.repeat(201) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.search' } }]);
  });

  test.each([
    '{',
    'query { orders { nope } }',
    'query A { viewer { id } } query B { viewer { id } }',
    `{ ${'a '.repeat(9_000)}}`,
  ])('the document %# is refused without a 500 or a stack', async (query) => {
    const { status, errors, text } = await bea.send(query);
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
    expect(text).not.toMatch(/node_modules|stacktrace/);
  });
});

describe.each(databases)('unusual input on %s', (_name, create) => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start(create);
  });

  afterAll(() => api.stop());

  test('emoji, Chinese and the longest texts allowed are stored and read back exactly', async () => {
    const bea = await api.buyer('贝娅 🐝');
    const unusual = {
      url: `https://例子.example/${'p'.repeat(2_025)}`,
      productName: '🍵'.repeat(300),
      specification: `第一行\n第二行 ${'长'.repeat(490)}`,
      merchantName: '武夷山茶业 🍃',
      quantity: 100_000,
      unitPrice: '1000000.00',
    };
    const item = await bea.placesItem(unusual);
    const { merchantName, ...content } = unusual;
    expect(item).toMatchObject({ ...content, lineTotal: '100000000000.00' });
    expect(item.merchant.name).toBe(merchantName);
    expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ productName: unusual.productName });
  });

  test('five hundred items at the highest price add up to the penny', async () => {
    const bea = await api.buyer();
    const items = Array(500).fill({ quantity: 99_999, unitPrice: '999999.99' });
    const pence = (99_999n * 99_999_999n * 500n).toString();
    expect((await bea.places(items)).total).toBe(`${pence.slice(0, -2)}.${pence.slice(-2)}`);
  });

  test('white space around texts is dropped', async () => {
    const bea = await api.buyer();
    const item = await bea.placesItem({
      productName: '  Mug \n',
      url: ' https://shop.example/p/1 ',
      specification: '\tBlue ',
    });
    expect(item).toMatchObject({ productName: 'Mug', url: 'https://shop.example/p/1', specification: 'Blue' });
  });
});
