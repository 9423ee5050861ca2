import { Scope } from '../src/accounts/scope.js';
import { appendChange } from '../src/changes/append-change.js';
import { ChangeKind } from '../src/changes/change-kind.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';
import type { ItemView } from './testkit/views.js';

const DOCUMENT = `subscription ($after: String) {
  changes(after: $after) {
    cursor sequence item { id status allowedActions history(first: 2) { kind } } order { id attentionCount }
  }
}`;

/** What is asked every other second, for everybody together, whatever is told meanwhile. */
const OF_THE_POLL = /^SELECT .c.\..operationsPosition|operations_feed|operationsPosition. (IS NULL|>)/;

interface Told {
  readonly sequence: number;
  readonly item: { readonly allowedActions: readonly string[] };
}

describe.each(databases)('sockets that are told the same, on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let olga: Person;
  let item: ItemView;
  const logged: string[] = [];
  const subscribers: Subscriber[] = [];

  beforeAll(async () => {
    const stream = { write: (line: string) => void logged.push(line) };
    api = await TestApi.start(create, new InProcessSignals(), { logger: { level: 'error', stream } });
    olga = await api.operator();
  });

  beforeEach(async () => {
    bea = await api.buyer();
    item = await bea.placesItem();
  });

  afterEach(async () => {
    await Promise.all(subscribers.splice(0).map((subscriber) => subscriber.leave()));
    await until(() => api.services.signals.listenerCount() === 0);
  });

  afterAll(() => api.stop());

  const cursorOf = async (person: Person): Promise<string> =>
    (await person.reads<{ viewer: { latestChangeCursor: string } }>('{ viewer { latestChangeCursor } }')).viewer
      .latestChangeCursor;

  /** Follows from the last change before now, and waits until it has come, as the sign that the subscription stands. */
  const follows = async (person: Person, after: string, document = DOCUMENT): Promise<Subscriber> => {
    const subscriber = (await Subscriber.of(api, person)).subscribe(document, { after });
    subscribers.push(subscriber);
    await subscriber.received(1);
    return subscriber;
  };

  /** What is read of orders, items and changes to report once more and to tell all these of it. */
  const readsToTell = async (listening: readonly Subscriber[]): Promise<string[]> => {
    const count = (listening[0]?.changes.length ?? 0) + 1;
    const statements = await api.statements.during(async () => {
      item = (await olga.reports(item, 'OOS')).item as ItemView;
      for (const subscriber of listening) await subscriber.received(count);
    });
    return statements.filter(
      (statement) => /SELECT .*FROM .(change|item|purchase_order)./s.test(statement) && !OF_THE_POLL.test(statement),
    );
  };

  test('cost the database no more than one of them', async () => {
    const [start] = await bea.feed('{ cursor }');
    item = (await olga.reports(item, 'OOS')).item as ItemView;
    const one = await follows(bea, start?.cursor as string);
    const alone = await readsToTell([one]);
    const crowd = [one];
    for (let more = 0; more < 15; more += 1) crowd.push(await follows(bea, start?.cursor as string));
    // Or what they catch up with would be counted.
    for (const each of crowd) await each.received(one.changes.length);
    const together = await readsToTell(crowd);
    expect(together.length).toBeLessThanOrEqual(alone.length);
    const sequences = crowd.map(({ changes }) => changes.map(({ sequence }) => sequence));
    expect(sequences).toEqual([[2, 3, 4], ...Array(15).fill([2, 3, 4])]);
  });

  test('are of one account, one role and equal scopes; others get what is theirs', async () => {
    const [start] = await bea.feed('{ cursor }');
    const common = await cursorOf(olga);
    item = (await olga.reports(item, 'OOS')).item as ItemView;
    const reading = await api.programOf(bea, [Scope.ORDERS_READ]);
    const listening = [
      await follows(bea, start?.cursor as string),
      await follows(await api.again(bea), start?.cursor as string),
      await follows(reading, start?.cursor as string),
      await follows(olga, common),
      await follows(bea, start?.cursor as string, DOCUMENT.replace('first: 2', 'first: 3')),
    ];
    const reads = await readsToTell(listening);
    // Bea's two sessions are told together.
    expect(reads.filter((statement) => statement.includes('ROW_NUMBER'))).toHaveLength(4);
    const actions = listening.map(({ changes }) => (changes.at(-1) as unknown as Told).item.allowedActions);
    const hers = ['REPLACE', 'KEEP', 'CANCEL'];
    expect(actions).toEqual([hers, hers, hers, ['REPORT'], hers]);
  });

  test('all end with a fault in one change, which is logged once', async () => {
    const { services } = api;
    const [start] = await bea.feed('{ cursor }');
    await olga.reports(item, 'OOS');
    const crowd: Subscriber[] = [];
    for (let more = 0; more < 5; more += 1) crowd.push(await follows(bea, start?.cursor as string));
    logged.length = 0;
    await services.database.transaction(async (transaction) => {
      const [accountId, actorId, orderId] = [bea.id, bea.id, 'ord_0199aaaa000070008000000000000000'];
      const fact = { accountId, actorId, orderId, itemId: null, kind: ChangeKind.ORDER_CLOSED, before: null };
      await appendChange(transaction, services, { ...fact, after: null, at: new Date() });
    });
    for (const subscriber of crowd) {
      expect(await subscriber.failed()).toEqual({
        message: 'Something went wrong on our side. Please try again.',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      });
    }
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('is gone');
    expect(crowd.map(({ changes }) => changes.length)).toEqual(Array(5).fill(1));
  });

  test('one that leaves takes no other along', async () => {
    const [start] = await bea.feed('{ cursor }');
    item = (await olga.reports(item, 'OOS')).item as ItemView;
    const [leaves, stays] = [await follows(bea, start?.cursor as string), await follows(bea, start?.cursor as string)];
    await leaves.leave();
    await readsToTell([stays]);
    expect(stays.changes.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(leaves.changes).toHaveLength(1);
  });
});
