import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { AccountEntity } from '../src/accounts/account.entity.js';
import { Role } from '../src/accounts/role.js';
import { openDatabase, optionsOf } from '../src/database/open-database.js';
import { MailSettingEntity } from '../src/mail/settings/mail-setting.entity.js';
import { ItemEntity } from '../src/orders/item.entity.js';
import { OrderEntity } from '../src/orders/order.entity.js';
import { OrderState } from '../src/orders/order-state.js';
import { databases } from './testkit/databases.js';

const item = (id: string, position: number) => ({
  ...{ id, orderId: 'ord_1', position, merchantName: null, merchantHost: 'shop.example', url: 'https://shop.example' },
  ...{ productName: 'Mug', quantity: 1, unitPriceMinor: 495, specification: '', status: 'OOS' as const, revision: 1 },
  ...{ statusChangedAt: new Date('2026-03-29T01:30:00.987Z'), evidence: { note: 'Sold out' }, keptAt: null },
});

/** Looks at the tables. The connection that it takes goes back to the pool, which has few. */
const look = async <T>(source: DataSource, at: (runner: QueryRunner) => Promise<T>): Promise<T> => {
  const runner = source.createQueryRunner();
  return at(runner).finally(() => runner.release());
};

/** An order of two items, `itm_2` before `itm_1`. */
const placeAnOrder = async ({ manager }: DataSource) => {
  const account = { id: 'acc_1', name: 'Bea', email: 'bea@shop.example', role: Role.BUYER, passwordHash: '-' };
  await manager.insert(AccountEntity, { ...account, changeCount: 0, createdAt: new Date() });
  const order = { id: 'ord_1', number: 'A-1', accountId: 'acc_1', currency: 'GBP', state: OrderState.OPEN };
  await manager.insert(OrderEntity, { ...order, placedAt: new Date(), closedAt: null });
  await manager.insert(ItemEntity, [item('itm_2', 0), item('itm_1', 1)]);
};

describe.each(databases)('migrations on %s', (_name, create) => {
  test('make just the tables that the entities describe, can be undone, and run again', async () => {
    const fresh = await create();
    await (await openDatabase(fresh.url)).close();
    const source = await new DataSource(optionsOf(fresh.url)).initialize();
    try {
      expect((await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
      for (const _ of source.migrations) await source.undoLastMigration({ transaction: 'each' });
      expect(await source.showMigrations()).toBe(true);
      await source.runMigrations({ transaction: 'each' });
      expect(await source.showMigrations()).toBe(false);
    } finally {
      await source.destroy();
      await fresh.drop();
    }
  });

  test('give accounts from before there were mail settings a setting and a token each', async () => {
    const fresh = await create();
    await (await openDatabase(fresh.url)).close();
    const source = await new DataSource(optionsOf(fresh.url)).initialize();
    try {
      const isOlder = () => look(source, async (runner) => !(await runner.hasTable('mail_setting')));
      while (!(await isOlder())) await source.undoLastMigration({ transaction: 'each' });
      const account = { name: 'Bea', role: Role.BUYER, passwordHash: '-', changeCount: 0, createdAt: new Date() };
      const emails = ['bea@shop.example', 'dora@shop.example'];
      await source.manager.insert(
        AccountEntity,
        emails.map((email) => ({ ...account, id: email, email })),
      );
      await source.runMigrations({ transaction: 'each' });
      const settings = await source.manager.find(MailSettingEntity, { order: { accountId: 'ASC' } });
      expect(settings).toMatchObject(
        emails.map((accountId) => ({ accountId, orderMails: 'DIGEST', language: 'en', dailyMailAt: null })),
      );
      expect(new Set(settings.map(({ unsubscribeToken }) => unsubscribeToken)).size).toBe(2);
      for (const { unsubscribeToken } of settings) expect(unsubscribeToken).toMatch(/^[\w-]{43}$/);
    } finally {
      await source.destroy();
      await fresh.drop();
    }
  });

  test('keep the items as they are, whatever they are kept by', async () => {
    const fresh = await create();
    await (await openDatabase(fresh.url)).close();
    const source = await new DataSource(optionsOf(fresh.url)).initialize();
    try {
      await placeAnOrder(source);
      // But for what they have been given since.
      const rows = async () => {
        const found: Array<Record<string, unknown>> = await source.query('SELECT * FROM item ORDER BY position');
        return found.map(({ reference: _, ...row }) => row);
      };
      const before = await rows();
      const primaryKey = () =>
        look(source, async (runner) => (await runner.getTable('item'))?.primaryColumns.map(({ name }) => name).join());
      expect(await primaryKey()).toBe('orderId,position');
      while ((await primaryKey()) !== 'id') await source.undoLastMigration({ transaction: 'each' });
      expect(await rows()).toEqual(before);
      await source.runMigrations({ transaction: 'each' });
      expect(await rows()).toEqual(before);
      await expect(source.manager.insert(ItemEntity, item('itm_1', 2))).rejects.toThrow(QueryFailedError);
      await expect(source.manager.insert(ItemEntity, item('itm_3', 1))).rejects.toThrow(QueryFailedError);
    } finally {
      await source.destroy();
      await fresh.drop();
    }
  });

  test('leave orders and items from before there were references as they are, without one', async () => {
    const fresh = await create();
    await (await openDatabase(fresh.url)).close();
    const source = await new DataSource(optionsOf(fresh.url)).initialize();
    try {
      await placeAnOrder(source);
      const rows = async () => [
        ...(await source.query('SELECT * FROM purchase_order')),
        ...(await source.query('SELECT * FROM item ORDER BY position')),
      ];
      const now = await rows();
      expect(now).toMatchObject(Array(3).fill({ reference: null }));
      const isOlder = () => look(source, async (runner) => !(await runner.hasColumn('purchase_order', 'reference')));
      while (!(await isOlder())) await source.undoLastMigration({ transaction: 'each' });
      expect(await rows()).toEqual(now.map(({ reference: _, ...row }) => row));
      await source.runMigrations({ transaction: 'each' });
      expect(await rows()).toEqual(now);
      await expect(source.query('DELETE FROM purchase_order')).rejects.toThrow(QueryFailedError);
      expect((await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
      await fresh.drop();
    }
  });

  test('run once where several servers start at the same time', async () => {
    const fresh = await create();
    const count = fresh.url.startsWith('sqlite:') ? 1 : 4;
    const servers = await Promise.all(Array.from({ length: count }, () => openDatabase(fresh.url)));
    const source = await new DataSource(optionsOf(fresh.url)).initialize();
    const ran: unknown[] = await source.query('SELECT name FROM migrations');
    expect(ran).toHaveLength(source.migrations.length);
    await Promise.all([source.destroy(), ...servers.map((server) => server.close())]);
    await fresh.drop();
  });
});
