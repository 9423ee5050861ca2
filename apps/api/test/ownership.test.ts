import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem, type Person, revisionOf, withoutBalance } from './testkit/person.js';
import { Subscriber } from './testkit/subscriber.js';
import { CHANGE_FIELDS, type ItemView, MUTATIONS, type MutationName, type OrderView } from './testkit/views.js';

const NOBODYS = '0'.repeat(32);

describe.each(databases)('what belongs to somebody else, on %s', (_name, create) => {
  let api: TestApi;
  let mallory: Person;
  let order: OrderView;
  let item: ItemView;

  beforeAll(async () => {
    api = await TestApi.start(create);
    const bea = await api.buyer();
    mallory = await api.buyer('Mallory');
    order = await bea.places();
    const reported = await (await api.operator()).reports(order.items[0] as ItemView, 'OOS');
    item = reported.item as ItemView;
  });

  afterAll(() => api.stop());

  const mutations: Array<[MutationName, (itemId: string, orderId: string) => object]> = [
    ['replaceItem', (itemId) => ({ ...revisionOf(item), ...anItem, itemId })],
    ['keepItem', (itemId) => ({ ...revisionOf(item), itemId })],
    ['cancelItem', (itemId) => ({ ...revisionOf(item), itemId })],
    ['reportItemStatus', (itemId) => ({ ...revisionOf(item), itemId, status: 'OOS' })],
    ['prepareShipment', (_itemId, orderId) => ({ orderId })],
  ];

  test.each(mutations)('%s answers as if it did not exist, byte for byte', async (mutation, inputFor) => {
    const hers = await mallory.send(MUTATIONS[mutation], { input: inputFor(item.id, order.id) });
    const nobodys = await mallory.send(MUTATIONS[mutation], { input: inputFor(`itm_${NOBODYS}`, `ord_${NOBODYS}`) });
    expect(withoutBalance(hers)).toBe(withoutBalance(nobodys));
    expect(hers.text).toContain('NotFound');
  });

  test.each(['order', 'node'])('the query %s answers as if it did not exist', async (field) => {
    const query = `query ($id: ID!) { ${field}(id: $id) { id } }`;
    expect(await mallory.reads(query, { id: order.id })).toEqual({ [field]: null });
    if (field === 'node') expect(await mallory.reads(query, { id: item.id })).toEqual({ node: null });
  });

  test('another account is not to be found, one’s own is', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id ... on Account { email } } }';
    const bea = await api.buyer();
    expect(await mallory.reads(query, { id: bea.id })).toEqual({ node: null });
    expect(await mallory.reads(query, { id: mallory.id })).toMatchObject({ node: { id: mallory.id } });
  });

  test('neither list nor feed shows it', async () => {
    expect(await mallory.reads('{ orders { edges { node { id } } } }')).toEqual({ orders: { edges: [] } });
    expect(await mallory.feed(CHANGE_FIELDS)).toEqual([]);
  });

  test('a subscription to it is refused as one to nothing is', async () => {
    const subscribers = await Promise.all(
      [order.id, `ord_${NOBODYS}`].map(async (orderId) => {
        const subscriber = await Subscriber.of(api, mallory);
        return subscriber.follow('itemStatusChanged', { orderId });
      }),
    );
    const [hers, nobodys] = await Promise.all(subscribers.map((subscriber) => subscriber.failed()));
    expect(hers).toEqual(nobodys);
    expect(hers).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await Promise.all(subscribers.map((subscriber) => subscriber.leave()));
  });

  test('its cursor does not open its feed', async () => {
    const bea = await api.buyer();
    await bea.places();
    const [change] = await bea.feed(CHANGE_FIELDS);
    const { errors } = await mallory.send('query ($after: String) { changes(after: $after) { edges { cursor } } }', {
      after: change?.cursor,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });
});

describe.each(databases)('without a sign-in, on %s', (_name, create) => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start(create);
  });

  afterAll(() => api.stop());

  test.each([
    '{ orders { edges { cursor } } }',
    '{ order(id: "x") { id } }',
    '{ node(id: "x") { id } }',
    '{ changes { edges { cursor } } }',
    'mutation { placeOrder(input: { currency: "GBP", items: [] }) { __typename } }',
    'mutation { replaceItem(input: { itemId: "x", expectedRevision: 1, url: "", productName: "", quantity: 1, unitPrice: "" }) { __typename } }',
    'mutation { keepItem(input: { itemId: "x", expectedRevision: 1 }) { __typename } }',
    'mutation { cancelItem(input: { itemId: "x", expectedRevision: 1 }) { __typename } }',
    'mutation { prepareShipment(input: { orderId: "x" }) { __typename } }',
    'mutation { reportItemStatus(input: { itemId: "x", expectedRevision: 1, status: OOS }) { __typename } }',
  ])('%s is refused as UNAUTHENTICATED', async (query) => {
    const { data, errors } = await api.stranger().send(query);
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('one sees the status guide and that one is nobody', async () => {
    const { viewer, statusGuide } = await api
      .stranger()
      .reads<{ viewer: null; statusGuide: object[] }>(
        '{ viewer { id } statusGuide { status label helpText isError remedy field shipmentShare } }',
      );
    expect(viewer).toBeNull();
    expect(statusGuide).toHaveLength(11);
  });

  test('a socket is refused', async () => {
    const subscriber = (await Subscriber.of(api, api.stranger())).follow('changes');
    expect(await subscriber.failed()).toMatchObject({ code: 4403 });
  });
});
