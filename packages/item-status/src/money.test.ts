import { formatMoney, minorDigitsOf, parseMoney } from './money.js';

const CURRENCIES = [
  ['JPY', 0],
  ['KRW', 0],
  ['GBP', 2],
  ['CNY', 2],
  ['KWD', 3],
  ['TND', 3],
] as const;

describe('currencies', () => {
  test.each(CURRENCIES)('%s has %i digits after the point', (currency, digits) => {
    expect(minorDigitsOf(currency)).toBe(digits);
  });

  test.each(['gbp', 'Gbp', 'GB', 'GBPX', ' GBP', 'XXX', 'XAU', 'HRK', '', 'toString', 'constructor'])(
    '%j is none',
    (text) => {
      expect(minorDigitsOf(text)).toBeUndefined();
    },
  );
});

describe('reading money', () => {
  test.each([
    ['12.50', 'GBP', 1250],
    ['12.5', 'GBP', 1250],
    ['12', 'GBP', 1200],
    ['0.01', 'GBP', 1],
    ['0', 'GBP', 0],
    ['007', 'GBP', 700],
    // 0.29 * 100 is 28.999999999999996 as a float.
    ['0.29', 'GBP', 29],
    ['1.005', 'KWD', 1005],
    ['1.1', 'KWD', 1100],
    ['1250', 'JPY', 1250],
    ['90071992547409.91', 'GBP', Number.MAX_SAFE_INTEGER],
    ['9007199254740991', 'JPY', Number.MAX_SAFE_INTEGER],
  ])('"%s" %s is %i minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });

  test.each([
    ['a minus sign', '-1', 'GBP'],
    ['a plus sign', '+1', 'GBP'],
    ['an exponent', '1e3', 'GBP'],
    ['a thousands separator', '1,000.00', 'GBP'],
    ['a decimal comma', '12,50', 'GBP'],
    ['a space within', '1 000', 'GBP'],
    ['a space before', ' 1', 'GBP'],
    ['a line break after', '1.00\n', 'GBP'],
    ['a currency sign', '£1', 'GBP'],
    ['hexadecimal', '0x10', 'GBP'],
    ['digits of another script', '１２', 'GBP'],
    ['a point without digits after it', '1.', 'GBP'],
    ['a point without digits before it', '.5', 'GBP'],
    ['two points', '1.2.3', 'GBP'],
    ['nothing', '', 'GBP'],
    ['words', 'abc', 'GBP'],
    ['what is not a number', 'NaN', 'GBP'],
    ['infinity', 'Infinity', 'GBP'],
    ['three decimals of a currency with two', '1.999', 'GBP'],
    ['four decimals of a currency with three', '1.9999', 'KWD'],
    ['decimals of a currency without', '1.5', 'JPY'],
    ['even zero decimals of a currency without', '1.0', 'JPY'],
    ['an unknown currency', '1.00', 'ABC'],
    ['a currency in lower case', '1.00', 'gbp'],
    ['2^53 minor units', '9007199254740992', 'JPY'],
    ['2^53 minor units with decimals', '90071992547409.92', 'GBP'],
    ['far more than 2^53', '9'.repeat(400), 'GBP'],
  ])('refuses %s', (_what, text, currency) => {
    expect(parseMoney(text, currency)).toBeUndefined();
  });
});

describe('writing money', () => {
  test.each([
    [1250, 'GBP', '12.50'],
    [5, 'GBP', '0.05'],
    [0, 'GBP', '0.00'],
    [100, 'GBP', '1.00'],
    [1250, 'JPY', '1250'],
    [0, 'JPY', '0'],
    [1250, 'KWD', '1.250'],
    [7, 'KWD', '0.007'],
    [Number.MAX_SAFE_INTEGER, 'GBP', '90071992547409.91'],
  ])('%i minor units of %s are "%s"', (minor, currency, text) => {
    expect(formatMoney(minor, currency)).toBe(text);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p minor units', (minor) => {
    expect(() => formatMoney(minor, 'GBP')).toThrow(RangeError);
  });

  test('refuses an unknown currency', () => {
    expect(() => formatMoney(1, 'gbp')).toThrow('gbp is not a currency we know');
  });
});

test.each(CURRENCIES)('what is written in %s is read back as it was', (currency) => {
  for (const minor of [0, 1, 9, 10, 99, 100, 999, 1000, 1001, 123_456_789, Number.MAX_SAFE_INTEGER]) {
    expect(parseMoney(formatMoney(minor, currency), currency)).toBe(minor);
  }
});
