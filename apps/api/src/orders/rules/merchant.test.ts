import { givenMerchantName, newMerchantName } from './merchant.js';

describe('the name of the merchant after a new link', () => {
  const named = { merchantName: '渔具店', merchantHost: 'shop.example' };
  const unnamed = { merchantName: null, merchantHost: 'shop.example' };

  test('stays on the same host', () => {
    expect(newMerchantName(named, 'shop.example')).toBe('渔具店');
  });

  test.each(['elsewhere.example', 'shop.example:8443', 'www.shop.example', ''])('is gone on %p', (host) => {
    expect(newMerchantName(named, host)).toBeNull();
  });

  test('is not made up where there was none', () => {
    expect(newMerchantName(unnamed, 'shop.example')).toBeNull();
    expect(newMerchantName(unnamed, 'elsewhere.example')).toBeNull();
  });
});

describe('the name that is given to a merchant', () => {
  test.each([
    [' Harbour & Pine ', 'Harbour & Pine'],
    ['Harbour  &\u00a0Pine', 'Harbour & Pine'],
    ['Cafe\u0301', 'Caf\u00e9'],
  ])('%j is kept as %j', (given, kept) => {
    expect(givenMerchantName(given)).toBe(kept);
  });

  test.each([null, undefined, '', ' ', '\u200b', '\u00ad \u2060'])('%j is none', (given) => {
    expect(givenMerchantName(given)).toBeNull();
  });
});
