import { groupByMerchant } from '@oops/item-status';
import { anItem, aTroubledItem } from '../test/facts';
import { firstRows, inSequence } from './arrange-items';

const pine = { name: 'Harbour & Pine', host: 'harbour-pine.example' };
const north = { name: 'Northlight', host: 'northlight.example' };

describe('the sequence of items', () => {
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
