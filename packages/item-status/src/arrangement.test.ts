import { type ArrangedItem, groupByMerchant, neediestFirst } from './arrangement.js';

const pine = { name: 'Harbour & Pine', host: 'harbour-pine.example' };
const north = { name: 'Northlight', host: 'northlight.example' };

const anItem = (id: string, item: Partial<ArrangedItem> = {}) => ({
  id,
  merchant: pine,
  attention: 'WAITING' as const,
  ...item,
});
const aTroubledItem = (id: string) => anItem(id, { attention: 'NEEDS_YOU' });

describe('grouping by merchant', () => {
  test('brings the items of a merchant together, merchants in the order of their first item', () => {
    const groups = groupByMerchant([
      anItem('a', { merchant: north }),
      anItem('b'),
      anItem('c', { merchant: { ...north } }),
    ]);
    expect(groups.map(({ merchant, items }) => [merchant.name, items.map(({ id }) => id)])).toEqual([
      ['Northlight', ['a', 'c']],
      ['Harbour & Pine', ['b']],
    ]);
  });

  test('keeps two merchants of one name apart by their hosts', () => {
    const items = [anItem('a'), anItem('b', { merchant: { ...pine, host: 'other.example' } })];
    expect(groupByMerchant(items)).toHaveLength(2);
  });

  test('counts how many of a merchant need the buyer', () => {
    const items = [aTroubledItem('a'), anItem('b'), anItem('c', { attention: 'SET_ASIDE' })];
    expect(groupByMerchant(items)[0]?.attentionCount).toBe(1);
  });

  test('makes no group of nothing', () => {
    expect(groupByMerchant([])).toEqual([]);
  });
});

test('the neediest come first, and the rest stay in their order', () => {
  const items = [anItem('a'), aTroubledItem('b'), anItem('c'), aTroubledItem('d')];
  expect(neediestFirst(items).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
});
