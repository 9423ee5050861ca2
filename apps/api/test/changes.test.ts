import { appendChange } from '../src/changes/append-change.js';
import { ChangeKind } from '../src/changes/change-kind.js';
import { numberOperationsFeed } from '../src/changes/number-operations-feed.js';
import { onAnyGrowth, onGrowthOf } from '../src/changes/wake-ups.js';
import { ItemEntity } from '../src/orders/item.entity.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';
import { CHANGE_FIELDS, type ChangeView, type ItemView } from './testkit/views.js';

describe.each(databases)('the feed of changes on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;
  const subscribers: Subscriber[] = [];

  beforeAll(async () => {
    api = await TestApi.start(create);
    olga = await api.operator();
  });

  beforeEach(async () => {
    bea = await api.buyer();
  });

  afterEach(async () => {
    await Promise.all(subscribers.splice(0).map((subscriber) => subscriber.leave()));
  });

  afterAll(() => api.stop());

  const subscriberOf = async (person: Person): Promise<Subscriber> => {
    const subscriber = await Subscriber.of(api, person);
    subscribers.push(subscriber);
    return subscriber;
  };

  const cursorOf = async (person: Person): Promise<string> =>
    (await person.reads<{ viewer: { latestChangeCursor: string } }>('{ viewer { latestChangeCursor } }')).viewer
      .latestChangeCursor;

  /** A story of six changes, one of each kind. */
  const liveThrough = async (): Promise<string> => {
    const { id, items } = await bea.places([{}, {}, {}]);
    const reported = await Promise.all((items as ItemView[]).map((item) => olga.reports(item, 'OOS')));
    const [first, second, third] = reported.map(({ item }) => item as ItemView) as [ItemView, ItemView, ItemView];
    await bea.replaces(first);
    await bea.keeps(second);
    await bea.cancels(third);
    await bea.prepares(id);
    return id;
  };

  const KINDS = [
    'ORDER_PLACED',
    'ITEM_STATUS_REPORTED',
    'ITEM_STATUS_REPORTED',
    'ITEM_STATUS_REPORTED',
    'ITEM_REPLACED',
    'ITEM_KEPT',
    'ITEM_CANCELLED',
    'ORDER_CLOSED',
  ];

  test('tells every fact once, in order, without gaps, whatever the page size', async () => {
    const orderId = await liveThrough();
    const feed = await bea.feed(CHANGE_FIELDS);
    expect(feed.map(({ kind }) => kind)).toEqual(KINDS);
    expect(feed.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(feed.map(({ order }) => order.id))).toEqual(new Set([orderId]));
    expect(await bea.feed(CHANGE_FIELDS, 3)).toEqual(feed);
  });

  test('each change begins where the one before it ended', async () => {
    await liveThrough();
    const lastOf = new Map<string, unknown>();
    for (const { item, before, after } of await bea.feed(CHANGE_FIELDS)) {
      if (!item) continue;
      if (lastOf.has(item.id)) expect(before).toEqual(lastOf.get(item.id));
      lastOf.set(item.id, after);
    }
    expect(lastOf.size).toBe(3);
  });

  test('changes made at once take their places without gaps', async () => {
    const { items } = await bea.places(Array(20).fill({}));
    await Promise.all((items as ItemView[]).map((item) => olga.reports(item, 'NO_RESPONSE')));
    const sequences = (await bea.feed('{ sequence }')).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  test('arrives live, at the buyer and at the operator, from the moment of subscribing', async () => {
    const item = await bea.placesItem();
    const [hers, his] = [await subscriberOf(bea), await subscriberOf(olga)];
    hers.follow('changes', { after: await cursorOf(bea) });
    his.follow('changes', { after: await cursorOf(olga) });
    await olga.reports(item, 'PRICE_ERROR', { currentUnitPrice: '15.80' });
    const expected = {
      kind: 'ITEM_STATUS_REPORTED',
      actor: { name: 'Olga', role: 'OPERATOR' },
      item: { id: item.id },
      after: { status: 'PRICE_ERROR', evidence: { currentUnitPrice: '15.80' }, revision: 2 },
    };
    expect(await hers.received(1)).toMatchObject([expected]);
    expect(await his.received(1)).toMatchObject([expected]);
  });

  test('operators who ask at once share one numbering, and each has all that was there when they asked', async () => {
    const { database } = api.services;
    await numberOperationsFeed(database);
    const before = await numberOperationsFeed(database);
    const asked: Promise<number>[] = [];
    const statements = await api.statements.during(async () => {
      for (let placed = 1; placed <= 5; placed += 1) {
        await bea.places();
        asked.push(...Array.from({ length: 20 }, () => numberOperationsFeed(database)));
      }
      await Promise.all(asked);
    });
    const ends = await Promise.all(asked);
    for (const [index, end] of ends.entries()) expect(end).toBeGreaterThanOrEqual(before + 1 + Math.floor(index / 20));
    expect(ends.at(-1)).toBe(before + 5);
    expect(statements.filter((statement) => /UPDATE .operations_feed/.test(statement)).length).toBeLessThanOrEqual(5);
  });

  test('an operator who asks neither for the feed nor for a cursor numbers nothing', async () => {
    await bea.places();
    const read = await api.statements.during(() => olga.reads('{ orders(first: 1) { edges { cursor } } }'));
    expect(read.filter((statement) => statement.includes('operations_feed'))).toEqual([]);
    const [before, , after] = [await cursorOf(olga), await bea.places(), await cursorOf(olga)];
    expect(after).not.toBe(before);
  });

  test('what no signal told of comes all the same, to buyers and to operators', async () => {
    const elsewhere = await api.another(new InProcessSignals());
    try {
      await bea.places();
      const followers = [await subscriberOf(bea), await subscriberOf(olga)];
      for (const follower of followers) follower.follow('changes');
      await until(() => [`changes:${bea.id}`, 'changes'].every((topic) => api.services.signals.topics().has(topic)));
      await elsewhere.as(bea).places();
      const [[own], [common]] = (await Promise.all(followers.map((follower) => follower.received(1)))) as [
        ChangeView[],
        ChangeView[],
      ];
      expect(own).toMatchObject({ kind: 'ORDER_PLACED', sequence: 2 });
      expect(common?.order).toEqual(own?.order);
    } finally {
      await elsewhere.stop();
    }
  });

  test('a change that cannot be told whole ends the subscription, so that the next does not pass it over', async () => {
    const { id: orderId } = await bea.places();
    const follower = await subscriberOf(bea);
    follower.subscribe('subscription { changes { sequence order { attentionCount } } }');
    await until(() => api.services.signals.topics().has(`changes:${bea.id}`));
    const { services } = api;
    await services.database.transaction(async (transaction) => {
      await transaction.manager.delete(ItemEntity, { orderId });
      const [accountId, actorId, itemId] = [bea.id, bea.id, null];
      const fact = { accountId, actorId, orderId, itemId, kind: ChangeKind.ORDER_CLOSED, before: null, after: null };
      await appendChange(transaction, services, { ...fact, at: new Date() });
    });
    expect(await follower.failed()).toEqual({
      message: 'Something went wrong on our side. Please try again.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    await bea.places();
    await until(() => !api.services.signals.topics().has(`changes:${bea.id}`));
    expect(follower.changes).toEqual([]);
  });

  test('each change wakes the followers of its account once, and those of all accounts', async () => {
    const woken = { hers: 0, all: 0 };
    const stops = [
      onGrowthOf(api.services.signals, bea.id, (reached) => {
        if (reached === undefined) woken.hers += 1;
      }),
      onAnyGrowth(api.services.signals, (reached) => {
        if (reached === undefined) woken.all += 1;
      }),
    ];
    const carl = await api.buyer('Carl');
    await carl.places();
    await olga.reports(await bea.placesItem(), 'OOS');
    for (const stop of stops) stop();
    await bea.places();
    expect(woken).toEqual({ hers: 2, all: 3 });
  });

  test('a subscription is the query’s feed: what it sends equals what is read', async () => {
    const subscriber = (await subscriberOf(bea)).follow('changes', { after: await cursorOf(bea) });
    await liveThrough();
    await subscriber.received(8);
    expect(subscriber.changes).toEqual(await bea.feed(CHANGE_FIELDS));
  });

  test('who comes back with the last cursor misses nothing and sees nothing twice', async () => {
    const seen: number[] = [];
    let after = await cursorOf(bea);
    const { items } = await bea.places(Array(12).fill({}));
    const rest = [...(items as ItemView[])];
    for (let round = 0; round < 4; round += 1) {
      const subscriber = (await subscriberOf(bea)).follow('changes', { after });
      await Promise.all(rest.splice(0, 2).map((item) => olga.reports(item, 'OOS')));
      await subscriber.received(1);
      await subscriber.leave();
      // While nobody listens, life goes on.
      await Promise.all(rest.splice(0, 1).map((item) => olga.reports(item, 'OOS')));
      seen.push(...subscriber.changes.map(({ sequence }) => sequence));
      after = subscriber.changes.at(-1)?.cursor ?? after;
    }
    const last = (await subscriberOf(bea)).follow('changes', { after });
    await last.received(13 - seen.length);
    seen.push(...last.changes.map(({ sequence }) => sequence));
    expect(seen).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  test('itemStatusChanged sends only what happens to items', async () => {
    const subscriber = (await subscriberOf(bea)).follow('itemStatusChanged', { after: await cursorOf(bea) });
    await liveThrough();
    await subscriber.received(6);
    expect(subscriber.changes.map(({ kind }) => kind)).toEqual(KINDS.slice(1, -1));
  });

  test('itemStatusChanged of one order leaves out the others, for buyers and operators', async () => {
    const [wanted, other] = [await bea.placesItem(), await bea.placesItem()];
    const subscriberList = await Promise.all([subscriberOf(bea), subscriberOf(olga)]);
    const afters = [await cursorOf(bea), await cursorOf(olga)];
    subscriberList.forEach((subscriber, index) => {
      subscriber.follow('itemStatusChanged', { orderId: wanted.orderId, after: afters[index] });
    });
    await olga.reports(other, 'OOS');
    await olga.reports(wanted, 'OOS');
    for (const subscriber of subscriberList) {
      expect(await subscriber.received(1)).toMatchObject([{ order: { id: wanted.orderId } }]);
    }
  });

  test('without a cursor it begins now, not at the beginning', async () => {
    const item = await bea.placesItem();
    const subscriber = (await subscriberOf(bea)).follow('changes');
    // There is no sign on the wire that a subscription stands, so report until one report has come through.
    let reported = item as ItemView;
    while (subscriber.changes.length === 0) reported = (await olga.reports(reported, 'OOS')).item as ItemView;
    expect(subscriber.changes[0]).toMatchObject({ kind: 'ITEM_STATUS_REPORTED' });
    expect(subscriber.changes[0]?.sequence).toBeGreaterThan(1);
  });

  test('a cursor from a mutation’s answer goes on right after that change', async () => {
    const item = await bea.placesItem();
    const { change, item: reported } = await olga.reports(item, 'OOS');
    await bea.keeps(reported as ItemView);
    const query = `query ($after: String) { changes(after: $after) { edges { node { kind item { id } } } } }`;
    const { changes } = await olga.reads<{ changes: { edges: object[] } }>(query, { after: change?.cursor });
    expect(changes.edges[0]).toEqual({ node: { kind: 'ITEM_KEPT', item: { id: item.id } } });
  });

  test('who asks again and again goes on from the end of an empty page', async () => {
    const ask = async (after: string | null) => {
      const query =
        'query ($after: String) { changes(after: $after) { edges { node { kind } } pageInfo { endCursor } } }';
      const { changes } = await bea.reads<{ changes: { edges: object[]; pageInfo: { endCursor: string | null } } }>(
        query,
        { after },
      );
      return { kinds: changes.edges.length, endCursor: changes.pageInfo.endCursor };
    };
    expect(await ask(null)).toEqual({ kinds: 0, endCursor: null });
    await bea.places();
    const first = await ask(null);
    const empty = await ask(first.endCursor);
    expect(empty).toEqual({ kinds: 0, endCursor: first.endCursor });
    await bea.places();
    expect(await ask(empty.endCursor)).toMatchObject({ kinds: 1 });
  });

  test('the operators’ feed holds the changes of all buyers, each buyer’s in order', async () => {
    const start = await cursorOf(olga);
    const people = await Promise.all(['Ann', 'Ben', 'Cy'].map((name) => api.buyer(name)));
    await Promise.all(people.map((person) => Promise.all([person.places(), person.places(), person.places()])));
    const subscriber = (await subscriberOf(olga)).follow('changes', { after: start });
    await subscriber.received(9);
    for (const name of ['Ann', 'Ben', 'Cy']) {
      const own = subscriber.changes.filter(({ actor }) => actor.name === name);
      expect(own.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    }
    expect(new Set(subscriber.changes.map(({ cursor }) => cursor)).size).toBe(9);
  });

  test('a cursor from beyond the end is refused, since following it would lose what comes', async () => {
    const query = 'query ($after: String) { changes(after: $after) { edges { cursor } } }';
    for (const [person, feed] of [
      [bea, bea.id],
      [olga, 'operations'],
    ] as const) {
      const { errors } = await person.send(query, { after: Buffer.from(`${feed}:99999`).toString('base64url') });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
    }
  });

  test('a bad cursor ends the subscription with a code', async () => {
    const subscriber = (await subscriberOf(bea)).follow('changes', { after: 'nonsense' });
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'INVALID_CURSOR', argument: 'after' } });
  });

  test('a subscriber that leaves leaves no listener behind', async () => {
    const { signals } = api.services;
    for (let round = 0; round < 5; round += 1) {
      const subscriber = (await subscriberOf(bea)).follow('changes');
      await bea.places();
      await subscriber.leave();
    }
    await until(() => signals.listenerCount() === 0);
  });
});
