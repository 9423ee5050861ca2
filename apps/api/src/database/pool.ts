import { type DataSource, QueryFailedError } from 'typeorm';
import type { RawRow } from './raw.js';

/** What comes of a statement that writes. */
interface Written {
  readonly affectedRows: number;
  readonly insertId: number;
}

/** What a statement comes to: rows, or what it wrote. */
export type Came = RawRow[] | Written;

export type Done = (error: Error | null, came: Came) => void;

/** What is needed of the pool of connections that TypeORM opens to a MySQL or MariaDB server. */
export interface Pool {
  query(sql: string, values: readonly unknown[], done: Done): void;
  on(event: 'connection', listener: (made: { query(sql: string): void }) => void): void;
}

/** What is needed of one of them. */
export interface Connection {
  /** Sends a statement with its values in it. A list takes the place of one mark. */
  query(sql: string, values: readonly unknown[] | undefined, done: Done): void;
  /** Has a statement prepared when it first comes, and keeps it: for a bounded number of them, and values that are no lists. */
  execute(sql: string, values: readonly unknown[], done: Done): void;
}

/** The pool of connections behind a data source; SQLite has none. */
export function poolOf({ driver }: DataSource): Pool | undefined {
  return 'pool' in driver ? (driver.pool as Pool) : undefined;
}

/**
 * What a statement comes to. By callbacks, because the promises of mysql2 come with a stack trace for each.
 * @throws QueryFailedError
 */
export function outcomeOf(
  sql: string,
  values: readonly unknown[] | undefined,
  send: (done: Done) => void,
): Promise<Came> {
  return new Promise((resolve, reject) => {
    send((error, came) => {
      if (error) reject(new QueryFailedError(sql, values as unknown[], error));
      else resolve(came);
    });
  });
}
