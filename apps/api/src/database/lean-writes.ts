import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { runStatement } from './statement.js';

// Writes of single rows in a hot transaction. The query builder would take longer to word one than the database to do it;
// here it is worded from the columns, and values are handed over as TypeORM would.

type ColumnMetadata = EntityMetadata['columns'][number];

/** A table in the words of a database. */
interface Table {
  readonly name: string;
  readonly columns: ReadonlyArray<{
    readonly name: string;
    readonly property: string;
    readonly column: ColumnMetadata;
  }>;
}

/** By what TypeORM knows of an entity, for as long as it does. */
const tables = new WeakMap<EntityMetadata, Table>();

/** Inserts a row. What is undefined takes the default of its column. */
export async function insertRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  row: Partial<Row>,
): Promise<void> {
  const { driver } = manager.dataSource;
  const table = tableOf(manager, entity);
  const values: unknown[] = [];
  let names = '';
  let marks = '';
  for (const { name, property, column } of table.columns) {
    if (row[property] === undefined) continue;
    names += `${names && ', '}${name}`;
    marks += marks ? ', ?' : '?';
    values.push(driver.preparePersistentValue(row[property], column));
  }
  await runStatement(manager, `INSERT INTO ${table.name} (${names}) VALUES (${marks})`, values);
}

/** Sets columns of the rows in which others have these values. Returns how many rows that were. */
export async function updateRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  where: Partial<Row>,
  patch: Partial<Row>,
): Promise<number> {
  const { driver } = manager.dataSource;
  const table = tableOf(manager, entity);
  const values: unknown[] = [];
  const equal = (of: Partial<Row>, separator: string) => {
    let words = '';
    for (const { name, property, column } of table.columns) {
      if (of[property] === undefined) continue;
      words += `${words && separator}${name} = ?`;
      values.push(driver.preparePersistentValue(of[property], column));
    }
    return words;
  };
  const statement = `UPDATE ${table.name} SET ${equal(patch, ', ')} WHERE ${equal(where, ' AND ')}`;
  return (await runStatement(manager, statement, values)).affected;
}

function tableOf<Row extends ObjectLiteral>({ dataSource }: EntityManager, entity: EntityTarget<Row>): Table {
  const metadata = dataSource.getMetadata(entity);
  const known = tables.get(metadata);
  if (known) return known;
  const table = {
    name: dataSource.driver.escape(metadata.tableName),
    columns: metadata.columns.map((column) => ({
      name: dataSource.driver.escape(column.databaseName),
      property: column.propertyName,
      column,
    })),
  };
  tables.set(metadata, table);
  return table;
}
