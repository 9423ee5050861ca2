import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';

interface Line {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Description: string;
  readonly Quantity: string;
  readonly UnitPrice: string;
}

const csv = readFileSync(new URL('../../../examples/online-retail.csv', import.meta.url));
const lines: Line[] = parse(csv, { columns: true });
const orders = [...new Set(lines.map(({ InvoiceNo }) => InvoiceNo))].map((invoice) => ({
  invoice,
  lines: lines.filter(({ InvoiceNo }) => InvoiceNo === invoice),
}));

const toItem = ({ StockCode, Description, Quantity, UnitPrice }: Line) => ({
  url: `https://wholesaler.example/p/${StockCode}`,
  productName: Description,
  quantity: Number(Quantity),
  unitPrice: UnitPrice,
});

/** What must be refused in a line, told from the sheet alone. */
const wrongIn = ({ Description, Quantity, UnitPrice }: Line, index: number): string[] => [
  ...(Description.trim() === '' ? [`items.${index}.productName`] : []),
  ...(Number(Quantity) < 1 ? [`items.${index}.quantity`] : []),
  ...(Number(UnitPrice) === 0 ? [`items.${index}.unitPrice`] : []),
];

const isDirty = (order: { lines: Line[] }) => order.lines.flatMap(wrongIn).length > 0;
const clean = orders.filter((order) => !isDirty(order));
const dirty = orders.filter(isDirty);

/** Pence, worked out from the digits and never by a float. */
const pence = (price: string): bigint => {
  const [pounds = '0', rest = ''] = price.split('.');
  return BigInt(pounds + rest.padEnd(2, '0'));
};

test('the sheet holds what its description says', () => {
  expect(lines).toHaveLength(999);
  expect(orders).toHaveLength(66);
  expect(lines.filter(({ Quantity }) => Number(Quantity) < 0)).toHaveLength(10);
  expect(clean.length + dirty.length).toBe(66);
  expect(dirty.length).toBeGreaterThan(1);
});

describe.each(databases)('real orders on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
  });

  afterAll(() => api.stop());

  test.each(clean)('$invoice is placed whole and reads back exactly, to the penny', async (order) => {
    const placed = await bea.places(
      order.lines.map((line) => ({
        ...toItem(line),
        specification: '',
        merchantName: null,
        reference: line.StockCode,
      })),
      'GBP',
      { reference: order.invoice },
    );
    const seen = await bea.sees(placed.id);
    expect(seen?.reference).toBe(order.invoice);
    expect(seen?.items).toHaveLength(order.lines.length);
    order.lines.forEach((line, index) => {
      expect(seen?.items[index]).toMatchObject({
        url: `https://wholesaler.example/p/${line.StockCode}`,
        productName: line.Description.trim(),
        reference: line.StockCode,
        quantity: Number(line.Quantity),
        status: 'PENDING',
        merchant: { host: 'wholesaler.example' },
      });
      expect(pence(seen?.items[index]?.unitPrice ?? '')).toBe(pence(line.UnitPrice));
    });
    const total = order.lines.reduce((sum, line) => sum + BigInt(line.Quantity) * pence(line.UnitPrice), 0n);
    expect(pence(seen?.total ?? '')).toBe(total);
  });

  test.each(dirty)('$invoice is refused by line and field, and places nothing', async (order) => {
    const before = await bea.feed('{ sequence }');
    const outcome = await bea.tries('placeOrder', { currency: 'GBP', items: order.lines.map(toItem) });
    expect(outcome.__typename).toBe('InvalidInput');
    expect(outcome.violations?.map(({ field }) => field)).toEqual(order.lines.flatMap(wrongIn));
    expect(await bea.feed('{ sequence }')).toEqual(before);
  });
});
