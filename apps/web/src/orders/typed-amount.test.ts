import { typedAmount } from './typed-amount';

describe('a typed price', () => {
  it.each([
    ['12.50', '12.50'],
    [' 12,50 ', '12.50'],
    ['12,5', '12.5'],
    ['1250,00', '1250.00'],
    ['12', '12'],
  ])('%j is meant as %j', (typed, meant) => {
    expect(typedAmount(typed)).toBe(meant);
  });

  it.each(['1,250', '1,000.50', '1.000,50', '12,', ',50', '1,2,3', '12,50 €', ''])('%j is left as it is', (typed) => {
    expect(typedAmount(typed)).toBe(typed);
  });
});
