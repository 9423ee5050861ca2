import type { DataSource } from 'typeorm';
import type { RawRow } from './raw.js';

/** What is needed of the pool that TypeORM opens on a MySQL or MariaDB server. */
export interface Pool {
  query(sql: string, values: readonly unknown[], done: (error: Error | null, rows: unknown) => void): void;
  on(event: 'connection', listener: (made: { query(sql: string): void }) => void): void;
}

/** What is needed of one of its connections. */
export interface Connection {
  query(
    sql: string,
    values: readonly unknown[],
    done: (error: Error | null, came: RawRow[] | { readonly affectedRows: number; readonly insertId: number }) => void,
  ): void;
}

/** The pool of connections behind a data source; SQLite has none. */
export function poolOf({ driver }: DataSource): Pool | undefined {
  return 'pool' in driver ? (driver.pool as Pool) : undefined;
}
