import { SessionEntity } from '../src/accounts/session.entity.js';
import { beginSession, SESSION_LIFETIME_MS, viewerOf } from '../src/accounts/sessions.js';
import { keepHouse } from '../src/housekeeping.js';
import { IdempotencyKeyEntity } from '../src/idempotency/idempotency-key.entity.js';
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
      await keepHouse(later(SESSION_LIFETIME_MS + HOUR_MS));
      expect(await reader.getRepository(SessionEntity).count()).toBe(1);
      expect(await viewerOf(api.services, fresh)).toMatchObject({ id: bea.id });
    } finally {
      await api.stop();
    }
  });
});
