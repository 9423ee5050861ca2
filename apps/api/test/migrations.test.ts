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
});
