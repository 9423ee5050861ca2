import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const ITEM_ID = { name: 'item_id', columns: ['id'] };
const ITEM_OF_ORDER = { name: 'item_of_order', columns: ['orderId', 'position'] };

/**
 * Has the items of an order lie side by side where rows are kept by their primary key: they are read together, and each by
 * itself only to be changed.
 */
export class KeepItemsByOrder1790000040000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return exchange(runner, ITEM_OF_ORDER, ITEM_ID);
  }

  down(runner: QueryRunner): Promise<void> {
    return exchange(runner, ITEM_ID, ITEM_OF_ORDER);
  }
}

type Index = typeof ITEM_ID;

/** Makes what an index was of the primary key, and of what was that another index. */
async function exchange(runner: QueryRunner, former: Index, next: Index): Promise<void> {
  if (runner.connection.options.type === 'better-sqlite3') return exchangeInCopy(runner, former, next);
  await runner.query(
    `ALTER TABLE item DROP PRIMARY KEY, ADD PRIMARY KEY (${former.columns}), ` +
      `ADD UNIQUE INDEX ${next.name} (${next.columns}), DROP INDEX ${former.name}`,
  );
}

/** SQLite cannot change the primary key of a table, but makes another in one transaction. */
async function exchangeInCopy(runner: QueryRunner, former: Index, next: Index): Promise<void> {
  const table = await runner.getTable('item');
  if (!table) throw new Error('there is no table of items');
  const copy = table.clone();
  copy.name = 'item_copy';
  copy.indices = [];
  for (const column of copy.columns) column.isPrimary = former.columns.includes(column.name);
  await runner.createTable(copy);
  await runner.query('INSERT INTO item_copy SELECT * FROM item');
  await runner.dropTable(table);
  await runner.query('ALTER TABLE item_copy RENAME TO item');
  await runner.createIndex('item', new TableIndex({ name: next.name, columnNames: next.columns, isUnique: true }));
}
