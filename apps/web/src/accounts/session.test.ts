import { nextLocation } from './session';

describe('where the sign-in leads', () => {
  it('goes back to where one was', () => {
    expect(nextLocation(`next=${encodeURIComponent('/orders/a?open=b')}`)).toBe('/orders/a?open=b');
  });

  it.each(['', 'next=', 'next=https://evil.example', 'next=//evil.example', 'next=/\\evil.example', 'next=/sign-in'])(
    'stays on this page for %p',
    (search) => {
      expect(nextLocation(search)).toBe('/');
    },
  );
});
