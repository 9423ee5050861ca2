import { statusLabel } from './messages.js';
import {
  type AttentionFamily,
  attentionFamily,
  ITEM_FIELDS,
  ITEM_STATUSES,
  type ItemStatus,
  isErrorStatus,
  isItemStatus,
  STATUS_FACTS,
  type StatusFacts,
  statusesWhere,
} from './statuses.js';

/** What the contract fixes: code, label, and whether it is an error. */
const CONTRACT: ReadonlyArray<readonly [code: string, label: string, isError: boolean]> = [
  ['PENDING', 'Pending', false],
  ['PARTIALLY_OOS', 'Partially OOS', true],
  ['OOS', 'OOS', true],
  ['MOQ_REQUIRED', 'MOQ Required', true],
  ['NO_RESPONSE', 'No Response', true],
  ['REFUNDED', 'Refunded', true],
  ['CANCELLED', 'Cancelled', true],
  ['URL_ERROR', 'URL Error', true],
  ['NAME_ERROR', 'Name Error', true],
  ['PRICE_ERROR', 'Price Error', true],
  ['SPECS_ERROR', 'Specs Error', true],
];

describe('the eleven statuses', () => {
  test('are these eleven, in this order, and no more', () => {
    expect(ITEM_STATUSES).toEqual(CONTRACT.map(([code]) => code));
  });

  test.each(CONTRACT)('%s is labelled "%s"; an error: %s', (code, label, isError) => {
    if (!isItemStatus(code)) throw new Error(`${code} is not known`);
    expect(statusLabel(code)).toBe(label);
    expect(isErrorStatus(code)).toBe(isError);
  });

  test('ten of them are errors, all but PENDING', () => {
    const errors = statusesWhere(({ isError }) => isError);
    expect(errors).toHaveLength(10);
    expect(errors).not.toContain('PENDING');
  });

  test('only what was called off or paid back costs nothing any more', () => {
    expect(statusesWhere(({ isCharged }) => !isCharged)).toEqual(['REFUNDED', 'CANCELLED']);
  });

  test('only what is pending ships whole, and only what is partially out of stock ships in part', () => {
    expect(statusesWhere(({ shipmentShare }) => shipmentShare === 'ALL')).toEqual(['PENDING']);
    expect(statusesWhere(({ shipmentShare }) => shipmentShare === 'PART')).toEqual(['PARTIALLY_OOS']);
  });

  test('each asks for what its help text says, about the field that it names', () => {
    const asked = Object.fromEntries(
      Object.entries(STATUS_FACTS).map(([status, { remedy, field }]) => [status, [remedy, field]]),
    );
    expect(asked).toEqual({
      PENDING: ['WAIT', null],
      PARTIALLY_OOS: ['LOWER_QUANTITY', 'quantity'],
      OOS: ['REPLACE', null],
      MOQ_REQUIRED: ['RAISE_QUANTITY', 'quantity'],
      NO_RESPONSE: ['REPLACE', null],
      REFUNDED: ['REPLACE', null],
      CANCELLED: ['REPLACE', null],
      URL_ERROR: ['CORRECT', 'url'],
      NAME_ERROR: ['CORRECT', 'productName'],
      PRICE_ERROR: ['CORRECT', 'unitPrice'],
      SPECS_ERROR: ['CORRECT', 'specification'],
    });
  });

  test('a form shows the fields as URL, name, quantity, price, specification', () => {
    expect(ITEM_FIELDS).toEqual(['url', 'productName', 'quantity', 'unitPrice', 'specification']);
  });

  test.each(['pending', 'Pending', ' PENDING', 'SHIPPED', '', 'toString', '__proto__'])('%j is no status', (text) => {
    expect(isItemStatus(text)).toBe(false);
  });

  test('a table that forgets a status or makes one up does not compile', () => {
    const { SPECS_ERROR, ...ten } = STATUS_FACTS;
    // @ts-expect-error SPECS_ERROR is missing.
    const forgotten: Record<ItemStatus, StatusFacts> = ten;
    // @ts-expect-error SHIPPED is none of the eleven.
    const madeUp = { ...STATUS_FACTS, SHIPPED: SPECS_ERROR } satisfies { [status in ItemStatus]: StatusFacts };
    // @ts-expect-error A status is not just any text.
    const text: ItemStatus = 'anything' as string;
    expect([Object.keys(forgotten), Object.keys(madeUp), text.length]).toEqual([
      expect.not.arrayContaining(['SPECS_ERROR']),
      expect.arrayContaining(['SHIPPED']),
      8,
    ]);
  });
});

describe('how an item stands with its buyer', () => {
  /** In an open order: as it is, and kept. */
  const OPEN: Record<ItemStatus, readonly [asItIs: AttentionFamily, kept: AttentionFamily]> = {
    PENDING: ['WAITING', 'WAITING'],
    PARTIALLY_OOS: ['NEEDS_YOU', 'SET_ASIDE'],
    OOS: ['NEEDS_YOU', 'SET_ASIDE'],
    MOQ_REQUIRED: ['NEEDS_YOU', 'SET_ASIDE'],
    NO_RESPONSE: ['NEEDS_YOU', 'SET_ASIDE'],
    REFUNDED: ['NEEDS_YOU', 'SET_ASIDE'],
    CANCELLED: ['NEEDS_YOU', 'SET_ASIDE'],
    URL_ERROR: ['NEEDS_YOU', 'SET_ASIDE'],
    NAME_ERROR: ['NEEDS_YOU', 'SET_ASIDE'],
    PRICE_ERROR: ['NEEDS_YOU', 'SET_ASIDE'],
    SPECS_ERROR: ['NEEDS_YOU', 'SET_ASIDE'],
  };

  test.each(ITEM_STATUSES)('%s in an open order', (status) => {
    const [asItIs, kept] = OPEN[status];
    expect(attentionFamily({ status, kept: false, orderOpen: true })).toBe(asItIs);
    expect(attentionFamily({ status, kept: true, orderOpen: true })).toBe(kept);
  });

  test.each(ITEM_STATUSES)('%s in a closed order asks nothing of anybody', (status) => {
    expect(attentionFamily({ status, kept: false, orderOpen: false })).toBe('SET_ASIDE');
    expect(attentionFamily({ status, kept: true, orderOpen: false })).toBe('SET_ASIDE');
  });
});
