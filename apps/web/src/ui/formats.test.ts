import { createFormats } from './formats';

test('money shows every digit that the currency has', () => {
  const { money } = createFormats(['en-GB'], 'UTC');
  expect(money('12.50', 'GBP')).toBe('£12.50');
  expect(money('12.50', 'HUF')).toContain('12.50');
  expect(money('0.125', 'IQD')).toContain('0.125');
  expect(money('1250', 'JPY')).toMatch(/1,250$/);
});

test('the parts of a list stand apart in every language', () => {
  expect(createFormats(['en-GB'], 'UTC').list(['red', 'blue', 'green'])).toBe('red, blue, green');
  expect(createFormats(['zh-CN'], 'UTC').list(['红色', '蓝色'])).toBe('红色、蓝色');
});

test('a language that is none is passed over', () => {
  expect(createFormats(['en-US@posix', 'de-DE'], 'UTC').count(1234.5)).toBe('1.234,5');
  expect(createFormats(['en-US@posix'], 'UTC').count(1)).toBe('1');
});
