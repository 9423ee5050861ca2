import { DataSource } from 'typeorm';
import { AccountEntity } from '../src/accounts/account.entity.js';
import { Role } from '../src/accounts/role.js';
import { openDatabase, optionsOf } from '../src/database/open-database.js';
import { MailSettingEntity } from '../src/mail/settings/mail-setting.entity.js';
import { databases } from './testkit/databases.js';

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
      const isOlder = async () => !(await source.createQueryRunner().hasTable('mail_setting'));
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
