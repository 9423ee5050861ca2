import { type PlaceOrder, placeOrderViolations } from './place-order-rules.js';

const ITEM: PlaceOrder['items'][number] = {
  url: 'https://shop.example/item/1',
  productName: 'Rod',
  quantity: 40,
  unitPrice: '12.50',
  specification: '',
};

const order = (changes: Partial<PlaceOrder> = {}): PlaceOrder => ({ currency: 'GBP', items: [ITEM], ...changes });

test('a right order has no violation', () => {
  const merchants = [undefined, null, '', ' ', '渔具店', '🎣'.repeat(120)];
  const references = [undefined, null, '', ' ', '第1行', '🧾'.repeat(100)];
  const items = merchants.map((merchantName, line) => ({ ...ITEM, merchantName, reference: references[line] }));
  expect(placeOrderViolations(order({ items, idempotencyKey: 'k-1', reference: 'PO-1' }))).toEqual([]);
});

test('white space around the fields is no violation', () => {
  const item = { ...ITEM, url: ` ${ITEM.url} `, unitPrice: ' 12.50', productName: ` ${'x'.repeat(300)} ` };
  expect(placeOrderViolations(order({ items: [item] }))).toEqual([]);
});

test('each violation names the line, from 0, and the field', () => {
  const items = [
    ITEM,
    { ...ITEM, url: 'ftp://shop.example/', quantity: 0 },
    ITEM,
    { ...ITEM, unitPrice: '12.505' },
    { ...ITEM, productName: '  ', merchantName: 'x'.repeat(121) },
    { ...ITEM, specification: 'x'.repeat(501), merchantName: 'a\u0000', reference: 'x'.repeat(101) },
  ];
  expect(placeOrderViolations(order({ items }))).toEqual([
    { field: 'items.1.url', problem: { code: 'NOT_A_LINK' } },
    { field: 'items.1.quantity', problem: { code: 'TOO_SMALL', min: 1 } },
    { field: 'items.3.unitPrice', problem: { code: 'TOO_MANY_DECIMALS', digits: 2, currency: 'GBP' } },
    { field: 'items.4.productName', problem: { code: 'REQUIRED' } },
    { field: 'items.4.merchantName', problem: { code: 'TOO_LONG', max: 120 } },
    { field: 'items.5.specification', problem: { code: 'TOO_LONG', max: 500 } },
    { field: 'items.5.merchantName', problem: { code: 'UNREADABLE_CHARACTERS' } },
    { field: 'items.5.reference', problem: { code: 'TOO_LONG', max: 100 } },
  ]);
});

test('prices are judged in the currency of the order', () => {
  const items = [{ ...ITEM, unitPrice: '12.505' }];
  expect(placeOrderViolations(order({ currency: 'KWD', items }))).toEqual([]);
  expect(placeOrderViolations(order({ currency: 'JPY', items }))).toEqual([
    { field: 'items.0.unitPrice', problem: { code: 'TOO_MANY_DECIMALS', digits: 0, currency: 'JPY' } },
  ]);
});

describe('the list of items', () => {
  test('may not be empty', () => {
    expect(placeOrderViolations(order({ items: [] }))).toEqual([{ field: 'items', problem: { code: 'REQUIRED' } }]);
  });

  test('may hold 500', () => {
    expect(placeOrderViolations(order({ items: Array(500).fill(ITEM) }))).toEqual([]);
  });

  test('may not hold 501, and is not looked at line by line then', () => {
    const items = Array(501).fill({ ...ITEM, quantity: 0 });
    expect(placeOrderViolations(order({ items }))).toEqual([
      { field: 'items', problem: { code: 'TOO_MANY', max: 500 } },
    ]);
  });
});

describe('the currency', () => {
  test.each(['gbp', 'XXX', 'POUND', '', ' GBP'])('may not be "%s", and no price is judged then', (currency) => {
    const items = [{ ...ITEM, unitPrice: '-1' }];
    expect(placeOrderViolations(order({ currency, items }))).toEqual([
      { field: 'currency', problem: { code: 'NOT_A_CURRENCY' } },
    ]);
  });
});

describe('the idempotency key', () => {
  test.each([undefined, null, 'k', 'x'.repeat(200)])('may be %p', (idempotencyKey) => {
    expect(placeOrderViolations(order({ idempotencyKey }))).toEqual([]);
  });

  test.each([
    ['empty', '', { code: 'REQUIRED' }],
    ['longer than 200 characters', 'x'.repeat(201), { code: 'TOO_LONG', max: 200 }],
    ['in two lines', 'a\nb', { code: 'UNREADABLE_CHARACTERS' }],
  ])('may not be %s', (_what, idempotencyKey, problem) => {
    expect(placeOrderViolations(order({ idempotencyKey }))).toEqual([{ field: 'idempotencyKey', problem }]);
  });
});

test('all that is wrong is told at once', () => {
  expect(placeOrderViolations({ currency: 'gbp', items: [], idempotencyKey: '', reference: 'a\nb' })).toEqual([
    { field: 'idempotencyKey', problem: { code: 'REQUIRED' } },
    { field: 'reference', problem: { code: 'UNREADABLE_CHARACTERS' } },
    { field: 'items', problem: { code: 'REQUIRED' } },
    { field: 'currency', problem: { code: 'NOT_A_CURRENCY' } },
  ]);
});
