import { anItem, aTroubledItem } from '../test/facts';
import { firstRows, groupByMerchant, inSequence, neediestFirst } from './arrange-items';

const pine = { name: 'Harbour & Pine', host: 'harbour-pine.example' };
const north = { name: 'Northlight', host: 'northlight.example' };

describe('grouping by merchant', () => {
  it('brings the items of a merchant together, merchants in the order of their first item', () => {
    const items = [
      anItem({ id: 'a', merchant: north }),
      anItem({ id: 'b', merchant: pine }),
      anItem({ id: 'c', merchant: north }),
    ];
    const groups = groupByMerchant(items);
    expect(groups.map(({ merchant, items }) => [merchant.name, items.map(({ id }) => id)])).toEqual([
      ['Northlight', ['a', 'c']],
      ['Harbour & Pine', ['b']],
    ]);
  });

  it('keeps two merchants of one name apart by their hosts', () => {
    const items = [
      anItem({ id: 'a', merchant: pine }),
      anItem({ id: 'b', merchant: { ...pine, host: 'other.example' } }),
    ];
    expect(groupByMerchant(items)).toHaveLength(2);
  });

  it('counts how many of a merchant need the buyer', () => {
    const items = [aTroubledItem({ id: 'a' }), anItem({ id: 'b' }), aTroubledItem({ id: 'c', attention: 'SET_ASIDE' })];
    expect(groupByMerchant(items)[0]?.needYou).toBe(1);
  });
});

describe('the sequence of items', () => {
  it('begins with what needs the buyer', () => {
    const items = [anItem({ id: 'a' }), aTroubledItem({ id: 'b' }), anItem({ id: 'c' }), aTroubledItem({ id: 'd' })];
    expect(neediestFirst(items)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('stays when a status changes, and puts newcomers last', () => {
    const items = [anItem({ id: 'new' }), aTroubledItem({ id: 'a' }), anItem({ id: 'b' })];
    expect(inSequence(items, ['b', 'a']).map(({ id }) => id)).toEqual(['b', 'a', 'new']);
  });
});

describe('the first rows', () => {
  const groups = groupByMerchant([
    anItem({ id: 'a', merchant: north }),
    anItem({ id: 'b', merchant: north }),
    anItem({ id: 'c', merchant: pine }),
  ]);

  it.each([
    [0, []],
    [1, [1]],
    [2, [2]],
    [3, [2, 1]],
    [9, [2, 1]],
  ])('%i of three are in groups of %j', (count, rows) => {
    expect(firstRows(groups, count).map((one) => one.rows)).toEqual(rows);
  });
});
