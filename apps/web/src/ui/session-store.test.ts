import { jest } from '@jest/globals';
import { sessionStore } from './session-store';

afterEach(() => jest.restoreAllMocks());

describe('what outlives a reload', () => {
  it('gives back what was written, until it is dropped', () => {
    sessionStore.write('bea/draft', { quantity: '12' });
    expect(sessionStorage).toHaveLength(1);
    expect(sessionStore.read('bea/draft')).toEqual({ quantity: '12' });
    sessionStore.drop('bea/draft');
    expect(sessionStore.read('bea/draft')).toBeUndefined();
  });

  it('drops what belongs to others, or everything', () => {
    sessionStore.write('bea/draft', 1);
    sessionStore.write('otto/draft', 2);
    sessionStorage.setItem('of-another-program', 'stays');
    sessionStore.keepOnly('bea');
    expect([sessionStore.read('bea/draft'), sessionStore.read('otto/draft')]).toEqual([1, undefined]);
    sessionStore.keepOnly();
    expect(sessionStore.read('bea/draft')).toBeUndefined();
    expect(sessionStorage.getItem('of-another-program')).toBe('stays');
  });

  it('takes what another release left, and cannot be read, for nothing', () => {
    sessionStorage.setItem('oops-orders/bea/draft', '{"quantity":');
    expect(sessionStore.read('bea/draft')).toBeUndefined();
  });

  it('remembers for as long as the page is open where the browser stores nothing', () => {
    const forbidden = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    for (const method of ['getItem', 'setItem', 'removeItem'] as const)
      jest.spyOn(Storage.prototype, method).mockImplementation(forbidden);
    sessionStore.write('bea/draft', { quantity: '12' });
    expect(sessionStore.read('bea/draft')).toEqual({ quantity: '12' });
    sessionStore.keepOnly();
    expect(sessionStore.read('bea/draft')).toBeUndefined();
  });
});
