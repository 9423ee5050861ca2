import { formatOrdersLocation, parseOrdersLocation } from './orders-location';

function roundTrip(location: Parameters<typeof formatOrdersLocation>[0]) {
  const url = new URL(formatOrdersLocation(location), 'http://localhost');
  return parseOrdersLocation(url.pathname, url.search);
}

describe('the location of the orders page', () => {
  it.each([
    [{ search: '', needsAttention: false, open: [] }, '/'],
    [{ search: '', needsAttention: false, open: ['ord_1'] }, '/orders/ord_1'],
    [{ search: 'desk', needsAttention: true, open: [] }, '/?q=desk&show=attention'],
    [{ search: '', needsAttention: false, open: ['a', 'b', 'c'] }, '/orders/a?open=b&open=c'],
    [{ search: '', needsAttention: false, open: ['ord_1'], modify: 'itm_1' }, '/orders/ord_1?modify=itm_1'],
  ])('writes %j as %s', (location, url) => {
    expect(formatOrdersLocation(location)).toBe(url);
  });

  it('brings back every character of ids and searches', () => {
    const location = { search: '茶 & 50%/+?#', needsAttention: true, open: ['T3JkZXI6MQ==', 'a/b+c', '%zz'] };
    expect(roundTrip(location)).toEqual(location);
  });

  it('knows no item without its order', () => {
    expect(parseOrdersLocation('/', 'modify=itm_1').modify).toBeUndefined();
    expect(formatOrdersLocation({ search: '', needsAttention: false, open: [], modify: 'itm_1' })).toBe('/');
  });

  it('opens an order once, however often the link names it', () => {
    expect(parseOrdersLocation('/orders/a', 'open=a&open=b').open).toEqual(['a', 'b']);
  });
});
