import { DueOrderMailEntity } from '../src/mail/digest/due-order-mail.entity.js';
import { claimDueMail } from '../src/mail/outbox/claim-mail.js';
import { MailEntity } from '../src/mail/outbox/mail.entity.js';
import { MailKind } from '../src/mail/outbox/mail-kind.js';
import { MailState } from '../src/mail/outbox/mail-state.js';
import { deliverMail } from '../src/mail/worker/deliver-mail.js';
import { sendNextMail } from '../src/mail/worker/send-next-mail.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { Killed, MoodyMailer } from './testkit/moody-mailer.js';
import type { Person } from './testkit/person.js';
import type { ItemView } from './testkit/views.js';

const { jest } = import.meta;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(databases)('what follows a mail that is late or never goes out, on %s', (_name, create) => {
  const mailer = new MoodyMailer();
  let api: TestApi;
  let bea: Person;
  let olga: Person;
  let start: number;

  beforeAll(async () => {
    api = await TestApi.start(create, new InProcessSignals(), { mailer });
    olga = await api.operator();
  });

  beforeEach(async () => {
    mailer.mood = 'WILLING';
    mailer.tried.length = 0;
    mailer.taken.length = 0;
    bea = await api.buyer();
    start = Date.now();
    at(0);
  });

  afterEach(async () => {
    api.stoppedAt = undefined;
    await api.services.database.transaction(async ({ manager }) => {
      await manager.deleteAll(MailEntity);
      await manager.deleteAll(DueOrderMailEntity);
    });
  });

  afterAll(() => api.stop());

  const at = (ms: number) => {
    api.stoppedAt = new Date(start + ms);
  };
  const troubled = async () => (await olga.reports(await bea.placesItem(), 'OOS')).item as ItemView;
  const theMail = () => api.services.database.reader.getRepository(MailEntity).findOneByOrFail({ accountId: bea.id });
  /** Does one thing. */
  const works = async (mood: MoodyMailer['mood']) => {
    mailer.mood = mood;
    await sendNextMail(api.services);
    return theMail();
  };
  /** Hands over a mail, and is killed before it has written that down. */
  const sendsAndIsKilled = async () => {
    const { database } = api.services;
    const send = jest.spyOn(mailer, 'send');
    send.mockImplementationOnce(async (mail) => {
      mailer.taken.push(mail);
      database.transaction = () => Promise.reject(new Killed());
      return '250 taken';
    });
    await expect(sendNextMail(api.services)).rejects.toThrow(Killed);
    delete (database as Partial<typeof database>).transaction;
    send.mockRestore();
  };

  test('what waited for the mail server is recalled a day after it went out, not a day after it was made', async () => {
    await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    at(20 * HOUR);
    await works('WILLING');
    expect(mailer.taken).toHaveLength(1);
    at(43 * HOUR);
    await api.sendMails();
    expect(mailer.taken).toHaveLength(1);
    at(44 * HOUR);
    await api.sendMails();
    expect(mailer.taken.map(({ subject }) => /^Reminder/.test(subject))).toEqual([false, true]);
  });

  test('a reminder that waited for the mail server keeps the next one away', async () => {
    await troubled();
    at(3 * MINUTE);
    await works('WILLING');
    at(25 * HOUR);
    await works('BUSY');
    at(40 * HOUR);
    mailer.mood = 'WILLING';
    await api.sendMails();
    expect(mailer.taken).toHaveLength(2);
    at(87 * HOUR);
    await api.sendMails();
    expect(mailer.taken).toHaveLength(2);
    at(89 * HOUR);
    await api.sendMails();
    expect(mailer.taken.map(({ subject }) => /^Reminder/.test(subject))).toEqual([false, true, true]);
  });

  test('a reminder that waited for the mail server leaves what new reports have begun as it is', async () => {
    const order = await bea.places([{}, {}]);
    await olga.reports(order.items[0] as ItemView, 'OOS');
    at(3 * MINUTE);
    await works('WILLING');
    at(25 * HOUR);
    await works('BUSY');
    await olga.reports(order.items[1] as ItemView, 'OOS');
    at(25 * HOUR + 3 * MINUTE);
    // Of the reminder, and of what was reported since.
    await works('BUSY');
    await works('BUSY');
    const dues = () => api.services.database.reader.getRepository(DueOrderMailEntity).find();
    const before = await dues();
    expect(before).toMatchObject([{ reminders: 0, digestAt: api.stoppedAt }]);
    const reminder = { accountId: bea.id, kind: MailKind.ORDER_REMINDER };
    const { database } = api.services;
    // Only the reminder is due again.
    await database.transaction(({ manager }) => manager.update(MailEntity, reminder, { dueAt: new Date(start) }));
    await works('WILLING');
    expect(mailer.taken.map(({ subject }) => /^Reminder/.test(subject))).toEqual([false, true]);
    expect(await dues()).toEqual(before);
  });

  describe('who wants one mail a day', () => {
    beforeEach(() =>
      bea.reads('mutation { changeMailSettings(input: { orderMails: DAILY, language: EN }) { __typename } }'),
    );

    test('gets none soon after one that waited for the mail server', async () => {
      await troubled();
      at(3 * MINUTE);
      await works('BUSY');
      at(20 * HOUR);
      await works('WILLING');
      await troubled();
      at(25 * HOUR);
      await api.sendMails();
      expect(mailer.taken).toHaveLength(1);
      at(44 * HOUR);
      await api.sendMails();
      expect(mailer.taken).toHaveLength(2);
    });

    test('does not wait a day after one that was refused', async () => {
      await troubled();
      at(3 * MINUTE);
      expect(await works('REFUSING')).toMatchObject({ state: MailState.REFUSED });
      const next = await troubled();
      mailer.mood = 'WILLING';
      at(6 * MINUTE);
      await api.sendMails();
      expect(mailer.taken.map(({ text }) => text)).toEqual([expect.stringContaining(next.id)]);
    });

    test('does not wait a day after one that waited and then had nothing left to say', async () => {
      const item = await troubled();
      at(3 * MINUTE);
      await works('BUSY');
      at(10 * MINUTE);
      await works('BUSY');
      const next = await troubled();
      await bea.keeps(item);
      at(20 * MINUTE);
      expect(await works('WILLING')).toMatchObject({ state: MailState.WITHDRAWN });
      await api.sendMails();
      expect(mailer.taken.map(({ text }) => text)).toEqual([expect.stringContaining(next.id)]);
      // It is their one mail of this day.
      await troubled();
      at(24 * HOUR + 10 * MINUTE);
      await api.sendMails();
      expect(mailer.taken).toHaveLength(1);
    });

    test('does not wait any longer after one that was given up', async () => {
      await troubled();
      at(3 * MINUTE);
      let mail = await works('BUSY');
      const next = await troubled();
      while (mail.dueAt) {
        api.stoppedAt = mail.dueAt;
        mail = await works('BUSY');
      }
      expect(mail).toMatchObject({ state: MailState.GIVEN_UP });
      mailer.mood = 'WILLING';
      await api.sendMails();
      expect(mailer.taken.map(({ text }) => text)).toEqual([expect.stringContaining(next.id)]);
    });

    test('waits a day after one that may have gone out, whatever became of it', async () => {
      const item = await troubled();
      at(3 * MINUTE);
      await sendsAndIsKilled();
      at(10 * MINUTE);
      expect(await works('BUSY')).toMatchObject({ attempts: 2, answer: '451 try again later' });
      await bea.keeps(item);
      const next = await troubled();
      at(20 * MINUTE);
      expect(await works('WILLING')).toMatchObject({ state: MailState.WITHDRAWN });
      at(24 * HOUR);
      await api.sendMails();
      expect(mailer.taken).toHaveLength(1);
      at(24 * HOUR + 11 * MINUTE);
      await api.sendMails();
      expect(mailer.taken.slice(1).map(({ text }) => text)).toEqual([expect.stringContaining(next.id)]);
    });

    test('waits for one that another worker is at, whatever became of it in slower hands', async () => {
      const item = await troubled();
      at(3 * MINUTE);
      await works('BUSY');
      at(10 * MINUTE);
      const slow = await claimDueMail(api.services);
      if (!slow) throw new Error('it was due');
      await bea.keeps(item);
      await troubled();
      at(20 * MINUTE);
      const other = await claimDueMail(api.services);
      expect(other?.id).toBe(slow.id);
      mailer.mood = 'WILLING';
      await deliverMail(api.services, slow);
      await api.sendMails();
      expect(mailer.taken).toEqual([]);
      expect(await theMail()).toMatchObject({ state: MailState.WAITING, claim: other?.claim });
    });
  });

  test('nothing is recalled while the mail about it waits for the mail server', async () => {
    await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    at(2 * HOUR);
    await works('BUSY');
    const { database } = api.services;
    // As a shorter reminder would be.
    await database.transaction(({ manager }) => manager.updateAll(DueOrderMailEntity, { dueAt: new Date(start) }));
    mailer.tried.length = 0;
    await sendNextMail(api.services);
    expect(mailer.tried).toEqual([]);
    const [due] = await database.reader.getRepository(DueOrderMailEntity).find();
    expect(due?.dueAt).toEqual(new Date(start + 3 * HOUR));
  });
});
