import { DataSource, type Driver, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { outcomeOf, poolOf } from './pool.js';
import type { RawRow } from './raw.js';
import { runStatement } from './statement.js';

/** What runs a read: the database, or a transaction, where what it has written itself is to be seen. */
export type Source = DataSource | EntityManager;

/** A read in the words of one kind of database. */
interface Wording {
  readonly sql: string;
  /** Those of its parameters that are always the same. */
  readonly constants: ObjectLiteral;
  /** The same as the drivers of MySQL and MariaDB take it. */
  readonly marked: Marked | undefined;
}

/** SQL with a mark for each value, and the values in turn. A list is one of them, and has one mark. */
interface Marked {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Stands for the value that a parameter has in a call. */
class Parameter {
  constructor(readonly name: string) {}
}

/**
 * A read that is put into SQL once and not at each call, which takes the query builder longer than many a database takes
 * to answer. From call to call only the values of its parameters vary, and its shape where it has several.
 */
export class PreparedRead<Parameters extends ObjectLiteral, Shape extends ObjectLiteral = Record<string, never>> {
  private readonly wordings = new Map<string, Wording>();

  /**
   * @param build writes the read with the names of its parameters, such as `:id` or `:...ids`; what it says may depend on
   *   the shape, of which there must be a bounded number
   */
  constructor(private readonly build: (source: Source, shape: Shape) => SelectQueryBuilder<ObjectLiteral>) {}

  /** The rows as the driver hands them over. */
  rows(source: Source, parameters: Parameters, shape?: Shape): Promise<RawRow[]> {
    const { driver } = source instanceof DataSource ? source : source.dataSource;
    const { sql, constants, marked } = this.wordingFor(driver, source, parameters, shape);
    if (!marked) return ask(source, ...driver.escapeQueryWithParameters(sql, { ...constants, ...parameters }));
    const values = marked.values.map((value) => (value instanceof Parameter ? parameters[value.name] : value));
    if (source instanceof DataSource || values.some(Array.isArray)) return ask(source, marked.sql, values);
    return runStatement(source, marked.sql, values).then(({ rows }) => rows);
  }

  private wordingFor(driver: Driver, source: Source, parameters: Parameters, shape?: Shape): Wording {
    const { type } = driver.options;
    const key = shape ? `${type} ${Object.values(shape).join(' ')}` : type;
    const known = this.wordings.get(key);
    if (known) return known;
    const query = this.build(source, shape ?? ({} as Shape));
    const [sql, constants] = [query.getQuery(), query.getParameters()];
    const wording = { sql, constants, marked: markedOf(driver, sql, constants, Object.entries(parameters)) };
    this.wordings.set(key, wording);
    return wording;
  }
}

/** SQLite takes no lists, and its driver rewrites some kinds of values as it marks them: there each call is marked anew. */
function markedOf(
  driver: Driver,
  sql: string,
  constants: ObjectLiteral,
  parameters: ReadonlyArray<readonly [name: string, value: unknown]>,
): Marked | undefined {
  if (driver.options.type === 'better-sqlite3') return undefined;
  const named = parameters.map(([name, value]) => {
    const parameter = new Parameter(name);
    // For the query builder a list of one, whose place the whole list takes.
    return [name, Array.isArray(value) ? [parameter] : parameter];
  });
  const [marked, values] = driver.escapeQueryWithParameters(sql, { ...constants, ...Object.fromEntries(named) });
  return { sql: marked, values };
}

/** Outside transactions straight from the pool, without a query runner for each statement. */
async function ask(source: Source, sql: string, values: unknown[]): Promise<RawRow[]> {
  const pool = source instanceof DataSource ? poolOf(source) : undefined;
  if (!pool) return source.query(sql, values);
  (source as DataSource).logger.logQuery(sql, values);
  return (await outcomeOf(sql, values, (done) => pool.query(sql, values, done))) as RawRow[];
}
