import {
  type ItemFields,
  itemFieldProblems,
  itemFieldViolations,
  trimItemFields,
  unitPriceProblem,
} from './item-fields.js';

const GOOD: ItemFields = {
  url: 'https://shop.example/item/1',
  productName: '钓鱼竿 🎣',
  quantity: 40,
  unitPrice: '12.50',
  specification: '',
};

const NO_PROBLEM = {
  url: undefined,
  productName: undefined,
  quantity: undefined,
  unitPrice: undefined,
  specification: undefined,
};

test('a right item has no problem in any field', () => {
  expect(itemFieldProblems(GOOD, 'GBP')).toEqual(NO_PROBLEM);
  expect(itemFieldViolations(GOOD, 'GBP')).toEqual([]);
});

describe('the quantity', () => {
  test.each([1, 40, 100_000])('may be %p', (quantity) => {
    expect(itemFieldProblems({ ...GOOD, quantity }, 'GBP').quantity).toBeUndefined();
  });

  test.each([
    [0, { code: 'TOO_SMALL', min: 1 }],
    [-1, { code: 'TOO_SMALL', min: 1 }],
    [1.5, { code: 'NOT_A_WHOLE_NUMBER' }],
    [Number.NaN, { code: 'NOT_A_WHOLE_NUMBER' }],
    [100_001, { code: 'TOO_LARGE', max: 100_000 }],
    [2 ** 31, { code: 'TOO_LARGE', max: 100_000 }],
  ])('may not be %p', (quantity, problem) => {
    expect(itemFieldProblems({ ...GOOD, quantity }, 'GBP')).toEqual({ ...NO_PROBLEM, quantity: problem });
  });
});

describe('the unit price', () => {
  test.each([
    ['12.50', 'GBP'],
    ['12.5', 'GBP'],
    ['0.01', 'GBP'],
    ['1000000.00', 'GBP'],
    ['1', 'JPY'],
    ['100000000', 'JPY'],
    ['0.001', 'KWD'],
    ['100000.000', 'KWD'],
  ])('may be "%s" in %s', (unitPrice, currency) => {
    expect(itemFieldProblems({ ...GOOD, unitPrice }, currency).unitPrice).toBeUndefined();
  });

  test.each([
    ['', 'GBP', { code: 'REQUIRED' }],
    ['1.999', 'GBP', { code: 'TOO_MANY_DECIMALS', digits: 2, currency: 'GBP' }],
    ['1.5', 'JPY', { code: 'TOO_MANY_DECIMALS', digits: 0, currency: 'JPY' }],
    ['1.2345', 'KWD', { code: 'TOO_MANY_DECIMALS', digits: 3, currency: 'KWD' }],
    ['0', 'GBP', { code: 'TOO_SMALL', min: '0.01' }],
    ['0.00', 'GBP', { code: 'TOO_SMALL', min: '0.01' }],
    ['-1', 'GBP', { code: 'TOO_SMALL', min: '0.01' }],
    ['-0.5', 'GBP', { code: 'TOO_SMALL', min: '0.01' }],
    ['0', 'JPY', { code: 'TOO_SMALL', min: '1' }],
    ['1000000.01', 'GBP', { code: 'TOO_LARGE', max: '1000000.00' }],
    ['100000001', 'JPY', { code: 'TOO_LARGE', max: '100000000' }],
    ['9'.repeat(400), 'GBP', { code: 'TOO_LARGE', max: '1000000.00' }],
    ['abc', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['1e3', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['+1', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['--1', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['1,000.00', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['12,50', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['£12.50', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['12.', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['.5', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['12.50\n', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    ['12.50', 'gbp', { code: 'NOT_A_CURRENCY' }],
    ['12.50', 'XXX', { code: 'NOT_A_CURRENCY' }],
  ])('may not be "%s" in %s', (unitPrice, currency, problem) => {
    expect(unitPriceProblem(unitPrice, currency)).toEqual(problem);
    expect(itemFieldProblems({ ...GOOD, unitPrice }, currency)).toEqual({ ...NO_PROBLEM, unitPrice: problem });
  });
});

describe('the texts', () => {
  test.each([
    ['a product name that is missing', { productName: '' }, { productName: { code: 'REQUIRED' } }],
    [
      'a product name of 3,000 characters',
      { productName: 'x'.repeat(3000) },
      { productName: { code: 'TOO_LONG', max: 300 } },
    ],
    ['a product name in two lines', { productName: 'a\nb' }, { productName: { code: 'UNREADABLE_CHARACTERS' } }],
    [
      'a specification of 501 characters',
      { specification: '红'.repeat(501) },
      { specification: { code: 'TOO_LONG', max: 500 } },
    ],
    ['a link that leads nowhere', { url: 'javascript:alert(1)' }, { url: { code: 'NOT_A_LINK' } }],
    ['a link that is missing', { url: '' }, { url: { code: 'REQUIRED' } }],
  ])('%s is the only problem', (_what, wrong, problem) => {
    expect(itemFieldProblems({ ...GOOD, ...wrong }, 'GBP')).toEqual({ ...NO_PROBLEM, ...problem });
  });

  test('a product name may have 300 emoji, a specification 500 characters in several lines', () => {
    const fields = { ...GOOD, productName: '🎣'.repeat(300), specification: '红\n'.repeat(250) };
    expect(itemFieldProblems(fields, 'GBP')).toEqual(NO_PROBLEM);
  });
});

test('every field that is wrong is listed, in the order of the form', () => {
  const wrong = { url: 'x', productName: '', quantity: 0, unitPrice: 'x', specification: '\u0000' };
  expect(itemFieldViolations(wrong, 'GBP')).toEqual([
    { field: 'url', problem: { code: 'NOT_A_LINK' } },
    { field: 'productName', problem: { code: 'REQUIRED' } },
    { field: 'quantity', problem: { code: 'TOO_SMALL', min: 1 } },
    { field: 'unitPrice', problem: { code: 'NOT_AN_AMOUNT' } },
    { field: 'specification', problem: { code: 'UNREADABLE_CHARACTERS' } },
  ]);
});

describe('trimming', () => {
  test('takes the white space around every text and leaves the rest alone', () => {
    const typed = {
      id: ' itm_1 ',
      url: ' https://shop.example/ ',
      productName: '\u3000钓鱼竿 2 米\n',
      quantity: 3,
      unitPrice: '\t12.50 ',
      specification: ' \n ',
    };
    expect(trimItemFields(typed)).toEqual({
      id: ' itm_1 ',
      url: 'https://shop.example/',
      productName: '钓鱼竿 2 米',
      quantity: 3,
      unitPrice: '12.50',
      specification: '',
    });
  });

  test('leaves what it was given as it was', () => {
    const typed = Object.freeze({ ...GOOD, url: ' x ' });
    trimItemFields(typed);
    expect(typed.url).toBe(' x ');
  });
});
