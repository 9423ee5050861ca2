import { inFlight } from '../testkit/in-flight.js';
import { type ItemState, replacement } from '../testkit/person.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ on: 'MariaDB', servers: 2 });
});

afterAll(() => stage?.end());

test(`of ${SIZE.rivals} who replace one item at one revision over two servers exactly one wins`, async () => {
  const { operator, buyers, servers } = stage;
  const [buyer] = buyers;
  const order = await buyer.placeOrder(['Mug', 'Jug']);
  const item = await operator.reportItemStatus(order.items[0] as ItemState, 'OOS');
  const before = await buyer.latestCursor();

  const outcomes = await inFlight(100, SIZE.rivals, (index) =>
    buyer.tries('replaceItem', replacement(item, `Mug ${index}`), servers[index % 2]),
  );

  const names = outcomes.map(({ __typename }) => __typename);
  expect(names.filter((name) => name === 'ReplaceItemSuccess')).toHaveLength(1);
  expect(names.filter((name) => name === 'ItemRevisionConflict')).toHaveLength(SIZE.rivals - 1);
  const winner = outcomes.find(({ __typename }) => __typename === 'ReplaceItemSuccess');
  const expected = { revision: item.revision + 1, productName: winner?.item?.productName };
  for (const { item: seen } of outcomes) expect(seen).toMatchObject(expected);

  const [newest, ...older] = await buyer.history(item.id);
  expect(newest).toMatchObject({ kind: 'ITEM_REPLACED', after: expected });
  expect(older).toMatchObject([{ kind: 'ITEM_STATUS_REPORTED' }]);
  expect(await buyer.feed(before)).toMatchObject([
    { kind: 'ITEM_REPLACED', item: { id: item.id }, sequence: winner?.change?.sequence },
  ]);
});
