import { anItem } from '../test/facts';
import { arrange, firstRows, settledStart } from './arrange-items';

const pine = { name: 'Harbour & Pine', host: 'harbour-pine.example' };
const north = { name: 'Northlight', host: 'northlight.example' };

const items = [
  anItem({ id: 'a', merchant: north }),
  anItem({ id: 'b', merchant: pine }),
  anItem({ id: 'c', merchant: north }),
];

it('items are arranged a merchant at a time, in their sequence, newcomers last', () => {
  const groups = arrange(items, ['c', 'b']);
  expect(
    groups.map(({ merchant, itemCount, items: inIt }) => [merchant.name, itemCount, inIt.map(({ id }) => id)]),
  ).toEqual([
    ['Northlight', 2, ['c', 'a']],
    ['Harbour & Pine', 1, ['b']],
  ]);
});

it('counts are those told where not all items are there', () => {
  const told = [{ merchant: { ...north }, items: [], itemCount: 12, attentionCount: 4 }];
  expect(arrange(items, [], told)).toMatchObject([
    { merchant: north, itemCount: 12, attentionCount: 4 },
    { merchant: pine, itemCount: 1, attentionCount: 0 },
  ]);
});

describe('the start of an order that does not move any more', () => {
  const [first, second] = arrange(items, ['a', 'c', 'b']);
  if (!first || !second) throw new Error('two groups');

  it('is all groups where none wants items', () => {
    expect(settledStart([first, second])).toEqual([first, second]);
  });

  it('ends with the first group that does', () => {
    const partial = { ...first, items: first.items.slice(1) };
    expect(settledStart([partial, second])).toEqual([partial]);
    expect(settledStart([second, partial, first])).toEqual([second, partial]);
  });
});

describe('the first rows', () => {
  const groups = arrange(items, ['a', 'c', 'b']);

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
