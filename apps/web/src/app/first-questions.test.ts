import { firstQuestions } from './first-questions';

const asks = (path: string) => {
  const { pathname, search } = new URL(path, 'https://oops.example');
  return firstQuestions({ pathname, search }).map(({ operationName, variables }) => [operationName, variables]);
};

describe('what is asked before the page is there', () => {
  it.each([
    ['/', null],
    ['/orders/ord_1?open=ord_2&modify=itm_1', null],
    ['/?q=%E8%8C%B6', { search: '茶' }],
    ['/?q=tea&show=attention', { search: 'tea', needsAttention: true }],
  ])('at %s: who is signed in, and the orders', (path, filter) => {
    expect(asks(path)).toEqual([
      ['Session', {}],
      ['Orders', { first: 20, filter }],
    ]);
  });

  it.each(['/sign-in?next=%2F', '/guide', '/account', '/orders/a/b'])('at %s: only who is signed in', (path) => {
    expect(asks(path)).toEqual([['Session', {}]]);
  });
});
