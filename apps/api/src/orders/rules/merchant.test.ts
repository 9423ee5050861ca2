import { newMerchantName } from './merchant.js';

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
