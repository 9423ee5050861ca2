import { ITEM_STATUSES, isErrorStatus } from '@oops/item-status';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem, type Person, revisionOf } from './testkit/person.js';
import { CHANGE_FIELDS, type ItemView, type Outcome } from './testkit/views.js';

describe.each(databases)('items on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
    olga = await api.operator();
  });

  afterAll(() => api.stop());

  const itemOf = (outcome: Outcome): ItemView => {
    if (!outcome.item) throw new Error(JSON.stringify(outcome));
    return outcome.item;
  };

  const withError = async (): Promise<ItemView & { orderId: string }> => {
    const item = await bea.placesItem();
    return { ...itemOf(await olga.reports(item, 'OOS')), orderId: item.orderId };
  };

  test('an item begins Pending at revision 1, with nothing to decide', async () => {
    const item = await bea.placesItem();
    expect(item).toMatchObject({ status: 'PENDING', revision: 1, attention: 'WAITING', evidence: null, keptAt: null });
    expect(item.merchant).toEqual({ name: 'Harbour & Pine', host: 'shop.example' });
    expect(item.allowedActions).toEqual(['CANCEL']);
  });

  test.each(ITEM_STATUSES)('an operator reports %s, and the buyer sees it with what can be done', async (status) => {
    const item = await bea.placesItem();
    const outcome = await olga.reports(item, status, { note: 'as seen today' });
    expect(outcome.__typename).toBe('ReportItemStatusSuccess');
    const [seen] = (await bea.sees(item.orderId))?.items ?? [];
    expect(seen).toMatchObject({ status, revision: 2, evidence: { note: 'as seen today' } });
    expect(seen?.attention).toBe(isErrorStatus(status) ? 'NEEDS_YOU' : 'WAITING');
    expect(seen?.allowedActions.includes('REPLACE')).toBe(isErrorStatus(status));
    expect(itemOf(outcome).allowedActions).toEqual(['REPORT']);
  });

  test.each(ITEM_STATUSES.filter(isErrorStatus))(
    'an item that is %s can be replaced and is Pending again',
    async (status) => {
      const item = itemOf(await olga.reports(await bea.placesItem(), status));
      const outcome = await bea.replaces(item, { productName: 'Ash Board', quantity: 3, unitPrice: '9.99' });
      expect(outcome.__typename).toBe('ReplaceItemSuccess');
      expect(outcome.item).toMatchObject({
        status: 'PENDING',
        productName: 'Ash Board',
        quantity: 3,
        unitPrice: '9.99',
        lineTotal: '29.97',
        revision: 3,
        evidence: null,
        keptAt: null,
      });
      expect(outcome.change).toMatchObject({
        kind: 'ITEM_REPLACED',
        actor: { name: 'Bea', role: 'BUYER' },
        before: { status, productName: 'Oak Serving Board', revision: 2 },
        after: { status: 'PENDING', productName: 'Ash Board', revision: 3 },
      });
    },
  );

  test('each status takes its own evidence, which the buyer reads back', async () => {
    const given = [
      ['PARTIALLY_OOS', { availableQuantity: 12 }],
      ['MOQ_REQUIRED', { minimumQuantity: 50 }],
      ['PRICE_ERROR', { currentUnitPrice: '15.80' }],
      ['SPECS_ERROR', { availableSpecifications: ['红色', 'Blue 🌊'] }],
    ] as const;
    for (const [status, evidence] of given) {
      const item = await bea.placesItem();
      expect(itemOf(await olga.reports(item, status, evidence)).evidence).toMatchObject(evidence);
    }
  });

  test('evidence against its own status is refused, unless the item has changed since', async () => {
    const item = await bea.placesItem({ quantity: 10, unitPrice: '4.25' });
    const refused = await olga.reports(item, 'PARTIALLY_OOS', { availableQuantity: 100 });
    expect(refused).toMatchObject({
      __typename: 'InvalidInput',
      violations: [{ field: 'evidence.availableQuantity' }],
    });
    expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ status: 'PENDING', revision: 1 });
    await olga.reports(item, 'OOS');
    const late = await olga.reports(item, 'PARTIALLY_OOS', { availableQuantity: 100 });
    expect(late).toMatchObject({ __typename: 'ItemRevisionConflict' });
  });

  test('evidence of another status is refused and nothing is reported', async () => {
    const item = await bea.placesItem();
    const outcome = await olga.reports(item, 'OOS', { currentUnitPrice: '15.80' });
    expect(outcome).toMatchObject({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [{ field: 'evidence.currentUnitPrice' }],
    });
    expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ status: 'PENDING', revision: 1 });
  });

  test('a merchant keeps its name on the same host and goes by its host on another', async () => {
    const item = await withError();
    const same = itemOf(await bea.replaces(item, { url: 'https://shop.example/p/2' }));
    expect(same.merchant).toEqual({ name: 'Harbour & Pine', host: 'shop.example' });
    const again = itemOf(await olga.reports(same, 'OOS'));
    const other = itemOf(await bea.replaces(again, { url: 'https://elsewhere.example:8443/x' }));
    expect(other.merchant).toEqual({ name: 'elsewhere.example:8443', host: 'elsewhere.example:8443' });
  });

  test('a kept item keeps its status, asks nothing, and can still be replaced', async () => {
    const item = await withError();
    const kept = itemOf(await bea.keeps(item));
    expect(kept).toMatchObject({ status: 'OOS', attention: 'SET_ASIDE', keptAt: expect.any(String), revision: 3 });
    expect(kept.allowedActions).toEqual(['REPLACE', 'CANCEL']);
    expect((await bea.sees(item.orderId))?.attentionCount).toBe(0);
    expect((await bea.keeps(kept)).__typename).toBe('ItemNotKeepable');
    expect((await bea.replaces(kept)).__typename).toBe('ReplaceItemSuccess');
  });

  test('a new report makes a kept item fresh again', async () => {
    const kept = itemOf(await bea.keeps(await withError()));
    expect(itemOf(await olga.reports(kept, 'OOS'))).toMatchObject({ keptAt: null });
  });

  test('a cancelled item costs nothing, asks nothing, and cannot be cancelled twice', async () => {
    const { id, items } = await bea.places([
      { quantity: 2, unitPrice: '10.00' },
      { quantity: 1, unitPrice: '5.00' },
    ]);
    const [first] = items as [ItemView];
    const cancelled = itemOf(await bea.cancels(first));
    expect(cancelled).toMatchObject({ status: 'CANCELLED', attention: 'SET_ASIDE' });
    expect(await bea.sees(id)).toMatchObject({ total: '5.00', attentionCount: 0 });
    expect(await bea.cancels(cancelled)).toMatchObject({ __typename: 'ItemNotCancellable', item: { revision: 2 } });
  });

  test('a Pending item can be cancelled but neither replaced nor kept', async () => {
    const item = await bea.placesItem();
    expect(await bea.replaces(item)).toMatchObject({ __typename: 'ItemNotReplaceable', code: 'ITEM_NOT_REPLACEABLE' });
    expect(await bea.keeps(item)).toMatchObject({ __typename: 'ItemNotKeepable', code: 'ITEM_NOT_KEEPABLE' });
    expect((await bea.sees(item.orderId))?.items[0]).toEqual({ ...item, orderId: undefined });
    expect((await bea.cancels(item)).__typename).toBe('CancelItemSuccess');
  });

  test('a stale revision is answered with the item as it is, and changes nothing', async () => {
    const item = await withError();
    const newer = itemOf(await olga.reports(item, 'PRICE_ERROR', { currentUnitPrice: '20.00' }));
    for (const outcome of [await bea.replaces(item), await bea.keeps(item), await bea.cancels(item)]) {
      expect(outcome).toMatchObject({
        __typename: 'ItemRevisionConflict',
        code: 'ITEM_REVISION_CONFLICT',
        item: { revision: newer.revision, status: 'PRICE_ERROR', evidence: { currentUnitPrice: '20.00' } },
      });
    }
    expect((await olga.reports(item, 'OOS')).__typename).toBe('ItemRevisionConflict');
    expect((await bea.sees(item.orderId))?.items[0]?.revision).toBe(newer.revision);
  });

  test('of simultaneous replacements at one revision exactly one wins', async () => {
    const item = await withError();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => bea.replaces(item, { productName: `Board ${index}` })),
    );
    const names = outcomes.map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'ReplaceItemSuccess')).toHaveLength(1);
    expect(names.filter((name) => name === 'ItemRevisionConflict')).toHaveLength(19);
    const history = (await bea.feed(CHANGE_FIELDS)).filter((change) => change.item?.id === item.id);
    expect(history.map(({ kind }) => kind)).toEqual(['ITEM_STATUS_REPORTED', 'ITEM_REPLACED']);
  });

  test('only operators report, and only buyers replace, keep, cancel, place and prepare', async () => {
    const item = await withError();
    const outcomes = [
      await bea.reports(item, 'PENDING'),
      await olga.replaces(item),
      await olga.keeps(item),
      await olga.cancels(item),
      await olga.prepares(item.orderId),
      await olga.tries('placeOrder', { currency: 'GBP', items: [anItem] }),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ __typename: 'NotPermitted', code: 'NOT_PERMITTED' });
    expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ status: 'OOS', revision: 2 });
  });

  test('a closed order can be read and not changed, by anyone', async () => {
    const item = await withError();
    expect(await bea.prepares(item.orderId)).toMatchObject({
      __typename: 'PrepareShipmentSuccess',
      order: { state: 'CLOSED', closedAt: expect.any(String), attentionCount: 0, allowedActions: [] },
    });
    const before = await bea.sees(item.orderId);
    const outcomes = [
      await bea.replaces(item),
      await bea.keeps(item),
      await bea.cancels(item),
      await olga.reports(item, 'PENDING'),
      await bea.prepares(item.orderId),
    ];
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ __typename: 'OrderClosed', code: 'ORDER_CLOSED', order: { id: item.orderId } });
    }
    expect(await bea.sees(item.orderId)).toEqual(before);
    expect(before?.items[0]).toMatchObject({ attention: 'SET_ASIDE', allowedActions: [] });
  });

  test('an order is closed as it was seen, or stays open', async () => {
    const { id, items, revision } = await bea.places([{}, {}]);
    expect(revision).toBe(2);
    const [, second] = items as [ItemView, ItemView];
    await olga.reports(second, 'PRICE_ERROR', { currentUnitPrice: '99.00' });
    expect(await bea.prepares(id, { expectedRevision: revision })).toMatchObject({
      __typename: 'OrderRevisionConflict',
      code: 'ORDER_REVISION_CONFLICT',
      order: { id, state: 'OPEN', revision: 3, attentionCount: 1 },
    });
    expect(await bea.sees(id)).toMatchObject({ state: 'OPEN', closedAt: null });
    const seen = { expectedRevision: 3, idempotencyKey: 'close-1' };
    const closing = await bea.prepares(id, seen);
    expect(closing).toMatchObject({
      __typename: 'PrepareShipmentSuccess',
      order: { state: 'CLOSED', revision: 3 },
      change: { kind: 'ORDER_CLOSED', order: { id }, item: null },
    });
    expect(await bea.prepares(id, seen)).toEqual(closing);
    const kinds = (await bea.feed(CHANGE_FIELDS)).filter(({ order }) => order.id === id).map(({ kind }) => kind);
    expect(kinds).toEqual(['ORDER_PLACED', 'ITEM_STATUS_REPORTED', 'ORDER_CLOSED']);
  });

  test('of a report and a closing at the same moment one gets through', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, items, revision } = await bea.places([{}, {}]);
      const [report, closing] = await Promise.all([
        olga.reports(items[1] as ItemView, 'OOS'),
        bea.prepares(id, { expectedRevision: revision }),
      ]);
      expect([
        ['ReportItemStatusSuccess', 'OrderRevisionConflict'],
        ['OrderClosed', 'PrepareShipmentSuccess'],
      ]).toContainEqual([report.__typename, closing.__typename]);
    }
  });

  test.each([
    ['PENDING', undefined, 40],
    ['OOS', undefined, 0],
    ['PARTIALLY_OOS', { availableQuantity: 12 }, 12],
    ['PARTIALLY_OOS', { note: 'Some' }, null],
  ] as const)('of an item with %s %j go out %s', async (status, evidence, shipmentQuantity) => {
    const item = await withError();
    expect((await olga.reports(item, status, evidence)).item).toMatchObject({ quantity: 40, shipmentQuantity });
  });

  test('an item tells its history, newest first', async () => {
    const item = await withError();
    await bea.keeps(item);
    const { node } = await bea.reads<{ node: { history: Array<{ kind: string }> } }>(
      `query ($id: ID!) { node(id: $id) { ... on Item { history(first: 5) ${CHANGE_FIELDS} } } }`,
      { id: item.id },
    );
    expect(node.history.map(({ kind }) => kind)).toEqual(['ITEM_KEPT', 'ITEM_STATUS_REPORTED']);
  });

  describe('with an idempotency key', () => {
    test('the same call again gives the same result and does nothing', async () => {
      const item = await withError();
      const call = { ...revisionOf(item), idempotencyKey: 'keep-1' };
      const first = await bea.tries('keepItem', call);
      await olga.reports(itemOf(first), 'PRICE_ERROR');
      expect(await bea.tries('keepItem', call)).toEqual(first);
      expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ status: 'PRICE_ERROR', revision: 4 });
    });

    test('a call that came too late is told so again, however the item stands by then', async () => {
      const item = await withError();
      // One revision ahead: once the item gets there, the same call without a key would go through.
      const { merchantName: _, ...content } = anItem;
      const ahead = { itemId: item.id, expectedRevision: item.revision + 1, ...content };
      const call = { ...ahead, idempotencyKey: 'ahead' };
      const first = await bea.tries('replaceItem', call);
      expect(first).toMatchObject({ __typename: 'ItemRevisionConflict', item: { revision: item.revision } });
      await olga.reports(item, 'URL_ERROR');
      expect(await bea.tries('replaceItem', call)).toEqual(first);
      expect(await bea.tries('replaceItem', { ...call, quantity: 2 })).toMatchObject({
        __typename: 'IdempotencyKeyReused',
      });
      expect((await bea.sees(item.orderId))?.items[0]).toMatchObject({ status: 'URL_ERROR' });
      expect(await bea.tries('replaceItem', ahead)).toMatchObject({ __typename: 'ReplaceItemSuccess' });
    });

    test('a call that did not fit the status is told so again, whatever the status is by then', async () => {
      const item = await bea.placesItem();
      const call = { ...revisionOf(item), idempotencyKey: 'too-soon' };
      const first = await bea.tries('keepItem', call);
      expect(first).toMatchObject({ __typename: 'ItemNotKeepable', item: { status: 'PENDING' } });
      await olga.reports(item, 'OOS');
      expect(await bea.tries('keepItem', call)).toEqual(first);
    });

    test('what was not valid leaves the key free for what is', async () => {
      const item = await withError();
      const { merchantName: _, ...content } = anItem;
      const call = { ...revisionOf(item), ...content, idempotencyKey: 'corrected' };
      expect(await bea.tries('replaceItem', { ...call, quantity: 0 })).toMatchObject({ __typename: 'InvalidInput' });
      expect(await bea.tries('replaceItem', call)).toMatchObject({ __typename: 'ReplaceItemSuccess' });
    });

    test('another input gets a typed error and does nothing', async () => {
      const item = await withError();
      const other = await withError();
      await bea.tries('keepItem', { ...revisionOf(item), idempotencyKey: 'keep-2' });
      const outcome = await bea.tries('keepItem', { ...revisionOf(other), idempotencyKey: 'keep-2' });
      expect(outcome).toMatchObject({ __typename: 'IdempotencyKeyReused', code: 'IDEMPOTENCY_KEY_REUSED' });
      expect((await bea.sees(other.orderId))?.items[0]).toMatchObject({ keptAt: null });
    });

    test('keys of different accounts have nothing to do with each other', async () => {
      const carl = await api.buyer('Carl');
      const input = { currency: 'GBP', items: [anItem], idempotencyKey: 'place-1' };
      const [hers, his] = [await bea.tries('placeOrder', input), await carl.tries('placeOrder', input)];
      expect(hers.order?.id).not.toBe(his.order?.id);
      expect((await bea.tries('placeOrder', input)).order?.id).toBe(hers.order?.id);
    });

    test('what is null and what is left out are the same input', async () => {
      const input = { currency: 'GBP', items: [{ ...anItem, merchantName: null }], idempotencyKey: 'place-null' };
      const { merchantName: _, ...without } = anItem;
      const first = await bea.tries('placeOrder', input);
      expect((await bea.tries('placeOrder', { ...input, items: [without] })).order?.id).toBe(first.order?.id);
    });

    test('many at once place one order', async () => {
      const input = { currency: 'GBP', items: [anItem], idempotencyKey: 'place-2' };
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => bea.tries('placeOrder', input)));
      expect(new Set(outcomes.map(({ order }) => order?.id)).size).toBe(1);
    });

    test('an order prepared twice with one key is closed once', async () => {
      const { id } = await bea.places();
      const input = { orderId: id, idempotencyKey: 'prepare-1' };
      const first = await bea.tries('prepareShipment', input);
      expect(await bea.tries('prepareShipment', input)).toEqual(first);
    });
  });
});
