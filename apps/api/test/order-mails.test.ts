import { DueOrderMailEntity } from '../src/mail/digest/due-order-mail.entity.js';
import { MailEntity } from '../src/mail/outbox/mail.entity.js';
import { MailKind } from '../src/mail/outbox/mail-kind.js';
import { MailState } from '../src/mail/outbox/mail-state.js';
import { OrderMails } from '../src/mail/settings/order-mails.js';
import type { OutgoingMail } from '../src/mail/transport/mailer.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import type { ItemView, OrderView } from './testkit/views.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe.each(databases)('mails about orders, on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let email: string;
  let olga: Person;
  let start: number;

  beforeAll(async () => {
    api = await TestApi.start(create);
    olga = await api.operator();
  });

  beforeEach(async () => {
    await api.sendMails();
    bea = await api.buyer();
    email = (await bea.reads<{ viewer: { email: string } }>('{ viewer { email } }')).viewer.email;
    start = Date.now();
    at(0);
  });

  afterEach(async () => {
    api.stoppedAt = undefined;
    // What one test leaves waiting is not mailed in another.
    await api.services.database.transaction(({ manager }) => manager.deleteAll(DueOrderMailEntity));
  });

  afterAll(() => api.stop());

  /** Sets the clock to so long after the test began. */
  const at = (ms: number) => {
    api.stoppedAt = new Date(start + ms);
  };
  const item = ({ items }: OrderView, line: number): ItemView => items[line] as ItemView;
  const reported = async (what: ItemView, status: ItemView['status'] = 'OOS', evidence?: object) =>
    (await olga.reports(what, status, evidence as Record<string, unknown>)).item as ItemView;
  /** The items that a mail leads to. */
  const itemsIn = ({ text }: OutgoingMail) => [...text.matchAll(/\?modify=(itm_\w+)/g)].map(([, id]) => id);
  const mails = () => api.mailsTo(email);
  const wants = (orderMails: OrderMails) =>
    bea.reads(`mutation { changeMailSettings(input: { orderMails: ${orderMails}, language: EN }) { __typename } }`);
  const kinds = async () =>
    (
      await api.services.database.reader
        .getRepository(MailEntity)
        .find({ where: { accountId: bea.id }, order: { id: 'ASC' } })
    ).map(({ kind, state }) => [kind, state]);

  describe('a digest', () => {
    test('gathers the reports on an order until none came for two minutes', async () => {
      const order = await bea.places([{}, {}, {}]);
      await reported(item(order, 0));
      at(100 * SECOND);
      await reported(item(order, 2), 'PRICE_ERROR', { currentUnitPrice: '15.80' });
      at(219 * SECOND);
      expect(await mails()).toEqual([]);
      at(221 * SECOND);
      const [mail, ...more] = await mails();
      expect(more).toEqual([]);
      expect(itemsIn(mail as OutgoingMail)).toEqual([item(order, 0).id, item(order, 2).id]);
      at(23 * HOUR);
      expect(await mails()).toHaveLength(1);
    });

    test('goes out after a quarter of an hour, even if reports go on', async () => {
      const order = await bea.places(Array.from({ length: 12 }, () => ({})));
      for (let line = 0; line < 11; line += 1) {
        at(line * 95 * SECOND);
        await api.sendMails();
        await reported(item(order, line));
      }
      expect((await mails()).map((mail) => itemsIn(mail).length)).toEqual([10]);
      at(2_000 * SECOND);
      expect((await mails()).map((mail) => itemsIn(mail).length)).toEqual([10, 1]);
    });

    test('is one for each order, and goes to its buyer alone', async () => {
      const mallory = await api.buyer('Mallory');
      const [first, second] = [await bea.places(), await bea.places()];
      const theirs = await mallory.places();
      for (const order of [first, second, theirs]) await reported(item(order, 0));
      at(3 * MINUTE);
      const hers = await mails();
      expect(hers.map(itemsIn).sort()).toEqual([[item(first, 0).id], [item(second, 0).id]].sort());
      expect(hers.some(({ text, html }) => (text + html).includes(theirs.id))).toBe(false);
    });

    test('leaves out what was put right meanwhile, and nothing goes out where that is all', async () => {
      const order = await bea.places([{}, {}, {}, {}, {}]);
      const troubled = [];
      for (const each of order.items) troubled.push(await reported(each));
      const [replaced, kept, cancelled, relieved] = troubled as [ItemView, ItemView, ItemView, ItemView];
      await bea.replaces(replaced);
      await bea.keeps(kept);
      await bea.cancels(cancelled);
      await reported(relieved, 'PENDING');
      at(3 * MINUTE);
      expect((await mails()).map(itemsIn)).toEqual([[item(order, 4).id]]);

      const another = await bea.placesItem();
      await bea.replaces(await reported(another));
      at(6 * MINUTE);
      expect(await mails()).toHaveLength(1);
    });

    test('has an item that was kept and reported again', async () => {
      const one = await bea.placesItem();
      const kept = (await bea.keeps(await reported(one))).item as ItemView;
      await reported(kept, 'NO_RESPONSE');
      at(3 * MINUTE);
      expect((await mails()).map(itemsIn)).toEqual([[one.id]]);
    });

    test('is not sent for a closed order: that it is closed is', async () => {
      const order = await bea.places();
      await reported(item(order, 0));
      await bea.prepares(order.id);
      at(100 * HOUR);
      await mails();
      expect(await kinds()).toEqual([[MailKind.ORDER_CLOSED, MailState.SENT]]);
    });

    test('says nothing of a report that was refused', async () => {
      const one = await bea.placesItem();
      await olga.tries('reportItemStatus', { itemId: one.id, expectedRevision: 7, status: 'OOS' });
      at(HOUR);
      expect(await mails()).toEqual([]);
    });

    test('tells what it is, so that it can be recognised when repeated', async () => {
      await reported(await bea.placesItem());
      at(3 * MINUTE);
      const [mail] = await mails();
      expect(mail?.messageId).toMatch(/^<mai_\w+@localhost>$/);
    });
  });

  describe('a reminder', () => {
    test('comes after a day and after three, with all that needs the buyer still, and then no more', async () => {
      const order = await bea.places([{}, {}]);
      const first = await reported(item(order, 0));
      await reported(item(order, 1));
      at(3 * MINUTE);
      await mails();
      at(24 * HOUR);
      expect(await mails()).toHaveLength(1);
      at(24 * HOUR + 4 * MINUTE);
      await mails();
      await bea.keeps(first);
      at(72 * HOUR + 4 * MINUTE);
      expect((await mails()).slice(1).map(itemsIn)).toEqual([order.items.map(({ id }) => id), [item(order, 1).id]]);
      at(1_000 * HOUR);
      expect(await mails()).toHaveLength(3);
      expect(await kinds()).toEqual([
        [MailKind.ORDER_REPORTS, MailState.SENT],
        [MailKind.ORDER_REMINDER, MailState.SENT],
        [MailKind.ORDER_REMINDER, MailState.SENT],
      ]);
    });

    test.each([
      ['replaced', (one: ItemView) => bea.replaces(one)],
      ['kept', (one: ItemView) => bea.keeps(one)],
      ['cancelled', (one: ItemView) => bea.cancels(one)],
      ['reported as Pending', (one: ItemView) => olga.reports(one, 'PENDING')],
    ])('does not come once the item is %s', async (_what, act) => {
      const one = await reported(await bea.placesItem());
      at(3 * MINUTE);
      await mails();
      await act(one);
      at(200 * HOUR);
      expect(await mails()).toHaveLength(1);
    });

    test('does not come once the order is closed', async () => {
      const order = await bea.places();
      await reported(item(order, 0));
      at(3 * MINUTE);
      await mails();
      await bea.prepares(order.id);
      at(200 * HOUR);
      await mails();
      expect((await kinds()).map(([kind]) => kind)).toEqual([MailKind.ORDER_REPORTS, MailKind.ORDER_CLOSED]);
    });

    test('counts anew from the next digest, which tells that others wait', async () => {
      const order = await bea.places([{}, {}]);
      await reported(item(order, 0));
      at(3 * MINUTE);
      await mails();
      at(20 * HOUR);
      await reported(item(order, 1));
      at(20 * HOUR + 3 * MINUTE);
      expect((await mails()).map(itemsIn)).toEqual([[item(order, 0).id], [item(order, 1).id]]);
      at(44 * HOUR);
      expect(await mails()).toHaveLength(2);
      at(45 * HOUR);
      expect((await mails()).slice(2).map(itemsIn)).toEqual([order.items.map(({ id }) => id)]);
    });

    test('that is late, since no worker was there, does not bring the next one with it', async () => {
      const order = await bea.places();
      await reported(item(order, 0));
      at(3 * MINUTE);
      await mails();
      at(100 * HOUR);
      expect(await mails()).toHaveLength(2);
      at(147 * HOUR);
      expect(await mails()).toHaveLength(2);
      at(149 * HOUR);
      expect(await mails()).toHaveLength(3);
      at(1_000 * HOUR);
      expect(await mails()).toHaveLength(3);
    });

    test('of older items comes at its time when all that was new is put right', async () => {
      const order = await bea.places([{}, {}]);
      await reported(item(order, 0));
      at(3 * MINUTE);
      await mails();
      at(20 * HOUR);
      await bea.replaces(await reported(item(order, 1)));
      at(21 * HOUR);
      expect(await mails()).toHaveLength(1);
      at(24 * HOUR + 4 * MINUTE);
      expect((await mails()).slice(1).map(itemsIn)).toEqual([[item(order, 0).id]]);
    });
  });

  describe('who wants', () => {
    test('each at once waits for nothing', async () => {
      await wants(OrderMails.AT_ONCE);
      const order = await bea.places([{}, {}]);
      await reported(item(order, 0));
      expect((await mails()).map(itemsIn)).toEqual([[item(order, 0).id]]);
      await reported(item(order, 1));
      expect((await mails()).map(itemsIn)).toEqual([[item(order, 0).id], [item(order, 1).id]]);
    });

    test('one a day gets all orders in one, and the next a day later', async () => {
      await wants(OrderMails.DAILY);
      const [first, second, third] = [await bea.places(), await bea.places(), await bea.places()];
      await reported(item(first, 0));
      await reported(item(second, 0));
      at(3 * MINUTE);
      expect((await mails()).map(itemsIn)).toEqual([[item(first, 0).id, item(second, 0).id]]);
      at(HOUR);
      await reported(item(third, 0));
      at(24 * HOUR);
      expect(await mails()).toHaveLength(1);
      at(24 * HOUR + 4 * MINUTE);
      const next = (await mails()).slice(1).map(itemsIn);
      expect(next.map((ids) => ids.sort())).toEqual([
        [item(first, 0), item(second, 0), item(third, 0)].map(({ id }) => id).sort(),
      ]);
    });

    test('something else from now on gets what is reported already when that says so', async () => {
      const order = await bea.places([{}, {}]);
      await reported(item(order, 0));
      await wants(OrderMails.AT_ONCE);
      expect(await mails()).toHaveLength(1);
      await wants(OrderMails.DAILY);
      await reported(item(order, 1));
      at(3 * MINUTE);
      expect(await mails()).toHaveLength(2);
      await reported(await bea.placesItem());
      at(10 * MINUTE);
      expect(await mails()).toHaveLength(2);
      await wants(OrderMails.DIGEST);
      expect(await mails()).toHaveLength(3);
    });

    test('none gets none, and nothing is made up for later', async () => {
      await wants(OrderMails.NONE);
      const order = await bea.places();
      await reported(item(order, 0));
      await bea.prepares((await bea.places()).id);
      at(100 * HOUR);
      expect(await mails()).toEqual([]);
      await wants(OrderMails.DIGEST);
      at(200 * HOUR);
      expect(await mails()).toEqual([]);
      expect(await kinds()).toEqual([[MailKind.ORDER_CLOSED, MailState.WITHDRAWN]]);
    });
  });

  test('each of them can be ended by a click', async () => {
    const order = await bea.places();
    await reported(item(order, 0));
    at(3 * MINUTE);
    await mails();
    at(25 * HOUR);
    await mails();
    await bea.prepares(order.id);
    const links = (await mails()).map(({ unsubscribeLink }) => unsubscribeLink);
    expect(links).toEqual(Array(3).fill(expect.stringMatching(/\/unsubscribe\/[\w-]{43}$/)));
  });

  test('one mail takes a bounded number of statements, however many items it is about', async () => {
    const counts: number[] = [];
    for (const lines of [1, 50]) {
      const order = await bea.places(Array.from({ length: lines }, () => ({})));
      for (const each of order.items) await reported(each);
      at(10 * MINUTE);
      counts.push((await api.statements.during(() => api.sendMails())).length);
      at(0);
    }
    expect(counts[1]).toBe(counts[0]);
    console.log(`${counts[0]} statements for a mail, with the looking afterwards`);
  });
});
