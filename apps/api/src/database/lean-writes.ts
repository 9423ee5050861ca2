import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { runStatement } from './statement.js';

// Writes of single rows in a hot transaction. The query builder would take longer to word one than the database to do it;
// here it is worded from the columns, and values are handed over as TypeORM would.

type ColumnMetadata = EntityMetadata['columns'][number];

/** Inserts a row. What is undefined takes the default of its column. */
export async function insertRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  row: Partial<Row>,
): Promise<void> {
  const { metadata, quote, driver } = wordsOf(manager, entity);
  const columns = metadata.columns.filter(({ propertyName }) => row[propertyName] !== undefined);
  const names = columns.map(({ databaseName }) => quote(databaseName)).join(', ');
  const values = columns.map((column) => driver.preparePersistentValue(row[column.propertyName], column));
  const marks = columns.map(() => '?').join(', ');
  await runStatement(manager, `INSERT INTO ${quote(metadata.tableName)} (${names}) VALUES (${marks})`, values);
}

/** Sets columns of the rows in which others have these values. Returns how many rows that were. */
export async function updateRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  where: Partial<Row>,
  patch: Partial<Row>,
): Promise<number> {
  const { metadata, quote, driver } = wordsOf(manager, entity);
  const values: unknown[] = [];
  const equal = (of: Partial<Row>) => (column: ColumnMetadata) => {
    values.push(driver.preparePersistentValue(of[column.propertyName], column));
    return `${quote(column.databaseName)} = ?`;
  };
  const named = (of: Partial<Row>) => metadata.columns.filter(({ propertyName }) => of[propertyName] !== undefined);
  const assignments = named(patch).map(equal(patch)).join(', ');
  const conditions = named(where).map(equal(where)).join(' AND ');
  const statement = `UPDATE ${quote(metadata.tableName)} SET ${assignments} WHERE ${conditions}`;
  return (await runStatement(manager, statement, values)).affected;
}

function wordsOf<Row extends ObjectLiteral>(manager: EntityManager, entity: EntityTarget<Row>) {
  const { driver } = manager.dataSource;
  const quote = (name: string) => driver.escape(name);
  return { metadata: manager.dataSource.getMetadata(entity), quote, driver };
}
