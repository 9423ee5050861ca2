import { DataSource } from 'typeorm';
import { openDatabase, optionsOf } from '../src/database/open-database.js';
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
