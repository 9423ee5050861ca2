import { DueOrderMailEntity } from '../src/mail/digest/due-order-mail.entity.js';
import { CLAIM_MS, type ClaimedMail, claimDueMail, keepClaim } from '../src/mail/outbox/claim-mail.js';
import { MailEntity } from '../src/mail/outbox/mail.entity.js';
import { MailState } from '../src/mail/outbox/mail-state.js';
import { recordAttempt } from '../src/mail/outbox/record-attempt.js';
import { MailWorker } from '../src/mail/worker/mail-worker.js';
import { sendNextMail } from '../src/mail/worker/send-next-mail.js';
import type { Services } from '../src/services.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { Killed, MoodyMailer } from './testkit/moody-mailer.js';
import type { Person } from './testkit/person.js';
import { until } from './testkit/subscriber.js';
import type { ItemView } from './testkit/views.js';

const { jest } = import.meta;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Tries until something is so. */
async function eventually(isSo: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await isSo();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  await isSo();
}

describe.each(databases)('the delivery of mails, on %s', (_name, create) => {
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
    mailer.busyRecipients.clear();
    await api.sendMails();
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
  /** Does one thing, as a worker that may be killed at it. */
  const works = async (mood: MoodyMailer['mood']) => {
    mailer.mood = mood;
    await sendNextMail(api.services);
    return theMail();
  };

  test('what the mail server takes is sent, once', async () => {
    await troubled();
    at(3 * MINUTE);
    const mail = await works('WILLING');
    expect(mail).toMatchObject({ state: MailState.SENT, attempts: 1, answer: '250 taken', dueAt: null });
    expect(mail.sentAt).toEqual(api.stoppedAt);
    expect(mail.messageId).toBe(mailer.taken[0]?.messageId);
    expect([mail.address, mail.subject]).toEqual([mailer.taken[0]?.to, mailer.taken[0]?.subject]);
    at(20 * HOUR);
    await api.sendMails();
    expect(mailer.tried).toHaveLength(1);
  });

  test('what it refuses for good is written down and not tried again', async () => {
    await troubled();
    at(3 * MINUTE);
    const mail = await works('REFUSING');
    expect(mail).toMatchObject({ state: MailState.REFUSED, attempts: 1, answer: '550 no such person', dueAt: null });
    mailer.mood = 'WILLING';
    at(20 * HOUR);
    await api.sendMails();
    expect(mailer.tried).toHaveLength(1);
  });

  test('what it does not take now is tried again, ever later, with one Message-ID, for a day', async () => {
    await troubled();
    at(3 * MINUTE);
    let mail = await works('BUSY');
    const pauses: number[] = [];
    while (mail.dueAt) {
      expect(mail).toMatchObject({
        state: MailState.WAITING,
        answer: '451 try again later',
        attempts: pauses.length + 1,
      });
      pauses.push(mail.dueAt.getTime() - (api.stoppedAt?.getTime() ?? 0));
      api.stoppedAt = mail.dueAt;
      mail = await works('BUSY');
    }
    expect(mail).toMatchObject({ state: MailState.GIVEN_UP, attempts: mailer.tried.length });
    expect(pauses[0]).toBeLessThan(15_000);
    expect(pauses.at(-1)).toBeGreaterThan(40 * MINUTE);
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / HOUR;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThanOrEqual(24);
    expect(new Set(mailer.tried.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('a mail of a worker that was killed is sent by another one, with the same Message-ID', async () => {
    await troubled();
    at(3 * MINUTE);
    const { database } = api.services;
    mailer.afterwards = () => {
      database.transaction = () => Promise.reject(new Killed());
    };
    await expect(sendNextMail(api.services)).rejects.toThrow(Killed);
    mailer.afterwards = () => {};
    delete (database as Partial<typeof database>).transaction;
    expect(await theMail()).toMatchObject({ state: MailState.WAITING, attempts: 1 });
    expect(await sendNextMail(api.services)).toBe('NOTHING_DUE');
    at(3 * MINUTE + CLAIM_MS);
    await sendNextMail(api.services);
    expect(await theMail()).toMatchObject({ state: MailState.SENT, attempts: 2 });
    expect(mailer.taken.map(({ messageId }) => messageId)).toEqual(Array(2).fill((await theMail()).messageId));
  });

  describe('a database that is away when the mail server says yes', () => {
    const outage = Object.assign(new Error('connect ECONNREFUSED'), { fatal: true });
    let refusals: number;

    /** Lets the next transactions fail so often. */
    const goesAway = (times: number) => {
      const { database } = api.services;
      refusals = 0;
      mailer.afterwards = () => {
        database.transaction = (work) => {
          if (refusals === times) comesBack();
          else {
            refusals += 1;
            return Promise.reject(outage);
          }
          return database.transaction(work);
        };
      };
    };
    const comesBack = () => {
      mailer.afterwards = () => {};
      delete (api.services.database as Partial<Services['database']>).transaction;
    };

    afterEach(comesBack);

    test('is waited for, and the mail is sent once', async () => {
      await troubled();
      at(3 * MINUTE);
      goesAway(3);
      expect(await works('WILLING')).toMatchObject({
        state: MailState.SENT,
        attempts: 1,
        sentAt: api.stoppedAt,
        dueAt: null,
      });
      expect(refusals).toBe(3);
      at(20 * HOUR);
      await api.sendMails();
      expect(mailer.tried).toHaveLength(1);
    });

    test('is waited for no longer by a worker that is told to stop', async () => {
      await troubled();
      at(3 * MINUTE);
      goesAway(Number.POSITIVE_INFINITY);
      const reported: unknown[] = [];
      const worker = new MailWorker({ ...api.services, report: (error) => reported.push(error) });
      await until(() => refusals >= 2);
      await worker.stop();
      comesBack();
      expect(reported).toEqual([outage]);
      expect(await theMail()).toMatchObject({ state: MailState.WAITING, attempts: 1, claim: expect.any(String) });
    });
  });

  test.each([
    ['first', 0],
    ['second', 1],
  ])(
    'a mail that the worker of its %s attempt may have sent, and that has nothing left to say, tells so',
    async (_which, failures) => {
      const item = await troubled();
      at(3 * MINUTE);
      if (failures > 0) await works('BUSY');
      at(6 * MINUTE);
      mailer.mood = 'WILLING';
      const { database } = api.services;
      mailer.afterwards = () => {
        database.transaction = () => Promise.reject(new Killed());
      };
      await expect(sendNextMail(api.services)).rejects.toThrow(Killed);
      mailer.afterwards = () => {};
      delete (database as Partial<typeof database>).transaction;
      await bea.keeps(item);
      at(6 * MINUTE + CLAIM_MS);
      expect(await works('WILLING')).toMatchObject({
        state: MailState.WITHDRAWN,
        answer: expect.stringMatching(/not known/),
      });
    },
  );

  /** Lets a worker claim its mail for longer, once. */
  const renews = async (mine: ClaimedMail) => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'Date', 'hrtime'] });
    const letGo = keepClaim(api.services, mine);
    at(10 * MINUTE + CLAIM_MS / 3);
    jest.advanceTimersByTime(CLAIM_MS / 3);
    jest.useRealTimers();
    return letGo;
  };

  test('a mail that is sent does not become due again because it was claimed for longer just then', async () => {
    await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    at(10 * MINUTE);
    const mine = await claimDueMail(api.services);
    if (!mine) throw new Error('it was due');
    await recordAttempt(api.services, mine, { state: MailState.SENT, answer: '250 taken' });
    const letGo = await renews(mine);
    // Transactions that were begun by now have ended when this one has.
    await api.services.database.transaction(async () => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await theMail()).toMatchObject({ state: MailState.SENT, dueAt: null });
    letGo();
  });

  test('a mail that takes long to be sent is nobody else’s meanwhile', async () => {
    await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    at(10 * MINUTE);
    const mine = await claimDueMail(api.services);
    if (!mine) throw new Error('it was due');
    expect(await claimDueMail(api.services)).toBeUndefined();
    const letGo = await renews(mine);
    await eventually(async () =>
      expect((await theMail()).dueAt).toEqual(new Date(start + 10 * MINUTE + CLAIM_MS / 3 + CLAIM_MS)),
    );
    letGo();
    at(10 * MINUTE + CLAIM_MS);
    expect(await claimDueMail(api.services)).toBeUndefined();
  });

  test('a mail that is tried again says what is so by then', async () => {
    const order = await bea.places([{}, {}]);
    const [first, second] = await Promise.all(
      order.items.map(async (each) => (await olga.reports(each, 'OOS')).item as ItemView),
    );
    at(3 * MINUTE);
    await works('BUSY');
    await bea.replaces(first as ItemView);
    at(10 * MINUTE);
    await works('WILLING');
    const [mail] = mailer.taken;
    expect(mail?.text).toContain(second?.id);
    expect(mail?.text).not.toContain(first?.id);
  });

  test('a mail that has nothing left to say when it is tried again is withdrawn', async () => {
    const item = await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    await bea.keeps(item);
    at(10 * MINUTE);
    expect(await works('WILLING')).toMatchObject({ state: MailState.WITHDRAWN, dueAt: null });
    expect(mailer.taken).toEqual([]);
  });

  test('an item that is reported again meanwhile is in the new mail and not in the old one', async () => {
    const item = await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    await olga.reports(item, 'NO_RESPONSE');
    at(10 * MINUTE);
    mailer.mood = 'WILLING';
    await api.sendMails();
    expect(mailer.taken).toHaveLength(1);
    expect(mailer.taken[0]?.messageId).not.toBe(mailer.tried[0]?.messageId);
  });

  test('who is too slow does not write over what another one has done since', async () => {
    await troubled();
    at(3 * MINUTE);
    await works('BUSY');
    at(10 * MINUTE);
    const slow = await claimDueMail(api.services);
    at(20 * MINUTE);
    expect(await works('WILLING')).toMatchObject({ state: MailState.SENT });
    if (!slow) throw new Error('it was due');
    await recordAttempt(api.services, slow, { state: MailState.REFUSED, answer: 'late' });
    expect(await theMail()).toMatchObject({ state: MailState.SENT });
  });

  test('many workers share the work, and each mail is sent once', async () => {
    const orders = await Promise.all(Array.from({ length: 30 }, () => bea.placesItem()));
    for (const item of orders) await olga.reports(item, 'OOS');
    at(3 * MINUTE);
    mailer.mood = 'WILLING';
    const workers = Array.from({ length: 5 }, () => new MailWorker(api.services));
    await until(() => mailer.taken.length >= 30);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(mailer.tried).toHaveLength(30);
    expect(new Set(mailer.tried.map(({ messageId }) => messageId)).size).toBe(30);
    expect(await sendNextMail(api.services)).toBe('NOTHING_DUE');
  });

  test('a worker tells once that no mails are taken, and rests longer and longer', async () => {
    for (let orders = 0; orders < 6; orders += 1) await bea.prepares((await bea.places()).id);
    mailer.mood = 'BUSY';
    const reported: unknown[] = [];
    const worker = new MailWorker({ ...api.services, report: (error) => reported.push(error) });
    await until(() => mailer.tried.length >= 4);
    await worker.stop();
    expect(reported).toEqual([new Error('mails cannot be sent for now: 451 try again later')]);
    expect(mailer.tried).toHaveLength(4);
  });

  test('mailboxes that take nothing for now hold up nobody else’s mails', async () => {
    for (let orders = 0; orders < 6; orders += 1) await bea.prepares((await bea.places()).id);
    const { viewer } = await bea.reads<{ viewer: { email: string } }>('{ viewer { email } }');
    mailer.busyRecipients.add(viewer.email);
    const mallory = await api.buyer('Mallory');
    await mallory.prepares((await mallory.places()).id);
    const reported: unknown[] = [];
    const worker = new MailWorker({ ...api.services, report: (error) => reported.push(error) });
    await until(() => mailer.taken.length === 1);
    await worker.stop();
    expect(reported).toEqual([]);
    expect(await theMail()).toMatchObject({ state: MailState.WAITING, attempts: 1, answer: '450 mailbox is busy' });
  });

  test('a worker is woken for what is due at once, and stops when it is told', async () => {
    const worker = new MailWorker(api.services);
    await bea.prepares((await bea.places()).id);
    await until(() => mailer.taken.length === 1);
    await worker.stop();
    await bea.prepares((await bea.places()).id);
    expect(mailer.taken).toHaveLength(1);
  });
});
