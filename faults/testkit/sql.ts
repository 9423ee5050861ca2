import Libsql from 'libsql';
import { createConnection } from 'mysql2/promise';

export type Row = Readonly<Record<string, unknown>>;

/** Reads the tables past the server, and writes them. Times come as texts in UTC, e.g. `2026-01-31 12:00:00.000`, on both databases. */
export interface Sql {
  /** Names in backticks and `?` for values are understood by both. */
  all(query: string, values?: ReadonlyArray<string | number>): Promise<readonly Row[]>;
  /** Writes past the server, before anything is tried. */
  run(statement: string, values: ReadonlyArray<string | number | null>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a connection. Not to be held while a server on SQLite is killed: what that left would be tidied up by us, and
 * how it tidies up itself is what is tried.
 */
export async function openSql(databaseUrl: string): Promise<Sql> {
  return databaseUrl.startsWith('sqlite:') ? openSqlite(databaseUrl) : openMaria(databaseUrl);
}

function openSqlite(databaseUrl: string): Sql {
  const database = new Libsql(databaseUrl.slice('sqlite:'.length), { timeout: 10_000 });
  return {
    all: async (query, values = []) => database.prepare(query).all(...values) as Row[],
    run: async (statement, values) => {
      database.prepare(statement).run(...values);
    },
    close: async () => {
      database.close();
    },
  };
}

async function openMaria(databaseUrl: string): Promise<Sql> {
  const connection = await createConnection({ uri: databaseUrl.replace(/^mariadb:/, 'mysql:'), dateStrings: true });
  return {
    all: async (query, values = []) => (await connection.query(query, [...values]))[0] as Row[],
    run: async (statement, values) => {
      await connection.query(statement, [...values]);
    },
    close: () => connection.end(),
  };
}

/** How many ids are asked for in one statement. */
const BATCH = 500;

/** Runs a query that ends in `IN` for as many ids as there are. */
export async function byIds(sql: Sql, query: string, ids: ReadonlySet<string>): Promise<Row[]> {
  const all = [...ids];
  const rows: Row[] = [];
  for (let begin = 0; begin < all.length; begin += BATCH) {
    const batch = all.slice(begin, begin + BATCH);
    rows.push(...(await sql.all(`${query} (${batch.map(() => '?').join(', ')})`, batch)));
  }
  return rows;
}

/** A time column as JSON has it. */
export function toIso(time: unknown): string | null {
  return time === null ? null : `${String(time).replace(' ', 'T')}Z`;
}
