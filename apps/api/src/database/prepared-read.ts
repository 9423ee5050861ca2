import { DataSource, type EntityManager, type ObjectLiteral, QueryFailedError, type SelectQueryBuilder } from 'typeorm';
import { poolOf } from './pool.js';
import type { RawRow } from './raw.js';

/** What runs a read: the database, or a transaction, where what it has written itself is to be seen. */
export type Source = DataSource | EntityManager;

/** A read in the words of one kind of database, and those of its parameters that are always the same. */
interface Wording {
  readonly sql: string;
  readonly constants: ObjectLiteral;
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
    const { sql, constants } = this.wordingFor(driver.options.type, source, shape);
    return ask(source, ...driver.escapeQueryWithParameters(sql, { ...constants, ...parameters }));
  }

  private wordingFor(kind: string, source: Source, shape = {} as Shape): Wording {
    const key = `${kind} ${Object.values(shape).join(' ')}`;
    const known = this.wordings.get(key);
    if (known) return known;
    const query = this.build(source, shape);
    const wording = { sql: query.getQuery(), constants: query.getParameters() };
    this.wordings.set(key, wording);
    return wording;
  }
}

/** Outside transactions straight from the pool, as TypeORM would ask it, without a query runner for each statement. */
function ask(source: Source, sql: string, values: unknown[]): Promise<RawRow[]> {
  const pool = source instanceof DataSource ? poolOf(source) : undefined;
  if (!pool) return source.query(sql, values);
  (source as DataSource).logger.logQuery(sql, values);
  return new Promise((resolve, reject) => {
    pool.query(sql, values, (error, rows) => {
      if (error) reject(new QueryFailedError(sql, values, error));
      else resolve(rows as RawRow[]);
    });
  });
}
