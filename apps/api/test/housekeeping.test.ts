import { AccountEntity } from '../src/accounts/account.entity.js';
import { enter } from '../src/accounts/enter.js';
import { KnownDeviceEntity } from '../src/accounts/guesses/known-device.entity.js';
import { DEVICE_KNOWN_FOR_MS, isKnownDevice } from '../src/accounts/guesses/known-devices.js';
import { MailedLinkEntity } from '../src/accounts/mailed-links/mailed-link.entity.js';
import { requestLink } from '../src/accounts/mailed-links/request-link.js';
import { SessionEntity } from '../src/accounts/session.entity.js';
import { beginSession, SESSION_IDLE_MS, viewerOf } from '../src/accounts/sessions.js';
import { UNKNOWN_VISIT } from '../src/accounts/visit.js';
import { keepHouse } from '../src/housekeeping.js';
import { IdempotencyKeyEntity } from '../src/idempotency/idempotency-key.entity.js';
import { forgetOldMails, LOGGED_FOR_MS } from '../src/mail/outbox/forget-old-mails.js';
import { MailEntity } from '../src/mail/outbox/mail.entity.js';
import { MailMentionEntity } from '../src/mail/outbox/mail-mention.entity.js';
import type { Services } from '../src/services.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem } from './testkit/person.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(databases)('housekeeping on %s', (_name, create) => {
  test('clears away what has run out and nothing else', async () => {
    const api = await TestApi.start(create);
    try {
      const bea = await api.buyer();
      const order = { currency: 'GBP', items: [anItem] };
      const first = await bea.tries('placeOrder', { ...order, idempotencyKey: 'k' });
      const later = (ms: number): Services => ({ ...api.services, now: () => new Date(Date.now() + ms) });
      const { reader } = api.services.database;
      const keys = () => reader.getRepository(IdempotencyKeyEntity).count();

      await keepHouse(later(23 * HOUR_MS));
      expect(await keys()).toBe(1);
      expect((await bea.tries('placeOrder', { ...order, idempotencyKey: 'k' })).order?.id).toBe(first.order?.id);

      await keepHouse(later(25 * HOUR_MS));
      expect(await keys()).toBe(0);
      expect((await bea.tries('placeOrder', { ...order, idempotencyKey: 'k' })).order?.id).not.toBe(first.order?.id);

      const fresh = await beginSession(later(2 * HOUR_MS), bea.id);
      await keepHouse(later(SESSION_IDLE_MS + HOUR_MS));
      expect(await reader.getRepository(SessionEntity).count()).toBe(1);
      expect(await viewerOf(api.services, fresh)).toMatchObject({ id: bea.id });

      const account = await reader.getRepository(AccountEntity).findOneByOrFail({ id: bea.id });
      const entered = await enter(api.services, account, UNKNOWN_VISIT);
      if (!entered) throw new Error('the password is the right one');
      await requestLink(api.services, 'AN_ACCOUNT', { email: 'dora@test.example' }, UNKNOWN_VISIT);
      await api.sendMails();
      const left = async () => [
        await reader.getRepository(MailedLinkEntity).count(),
        await reader.getRepository(KnownDeviceEntity).count(),
      ];
      await keepHouse(later(23 * HOUR_MS));
      expect(await left()).toEqual([1, 1]);
      await keepHouse(later(25 * HOUR_MS));
      expect(await left()).toEqual([0, 1]);
      expect(await isKnownDevice(api.services, entered.deviceToken, entered.viewer.email)).toBe(true);
      await keepHouse(later(DEVICE_KNOWN_FOR_MS + HOUR_MS));
      expect(await left()).toEqual([0, 0]);
    } finally {
      await api.stop();
    }
  });

  test('forgets a mail and what it was about when nobody asks for it any more', async () => {
    const api = await TestApi.start(create);
    try {
      const bea = await api.buyer();
      for (let orders = 0; orders < 3; orders += 1) await bea.prepares((await bea.places()).id);
      await api.sendMails();
      const { reader } = api.services.database;
      const left = async () => [
        await reader.getRepository(MailEntity).count(),
        await reader.getRepository(MailMentionEntity).count(),
      ];
      const later = (ms: number): Services => ({ ...api.services, now: () => new Date(Date.now() + ms) });
      await forgetOldMails(later(LOGGED_FOR_MS - HOUR_MS));
      expect(await left()).toEqual([3, 3]);
      // What waits still is not forgotten, however old it is.
      await bea.prepares((await bea.places()).id);
      await forgetOldMails(later(LOGGED_FOR_MS + HOUR_MS));
      expect(await left()).toEqual([1, 1]);
    } finally {
      await api.stop();
    }
  });
});
