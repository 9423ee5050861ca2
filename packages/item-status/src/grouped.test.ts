import { grouped } from './grouped.js';

test.each([
  [1, '1'],
  [300, '300'],
  [2048, '2,048'],
  [100_000, '100,000'],
  ['0.01', '0.01'],
  ['1000000.00', '1,000,000.00'],
  ['100000.000', '100,000.000'],
  ['100000000', '100,000,000'],
])('the bound %j reads %s', (bound, words) => {
  expect(grouped(bound)).toBe(words);
});
