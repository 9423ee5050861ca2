import { createPool, type PoolConnection, type ResultSetHeader } from 'mysql2';

/** How statements go to the database: written out as text, or prepared once for each connection. */
export type Protocol = 'text' | 'prepared';

/** As many connections as the server has. */
const CONNECTIONS = 10;

type Value = string | number | null;

/** Runs a query; times come as texts. */
export type Ask = <Row>(statement: string, values: readonly Value[]) => Promise<Row[]>;

/** Runs a statement that writes. */
type Write = (statement: string, values?: readonly Value[]) => Promise<ResultSetHeader>;

export interface Sql {
  readonly ask: Ask;
  /** Runs `work` in a READ COMMITTED transaction; what it throws rolls that back. */
  transaction<T>(work: (ask: Ask, write: Write) => Promise<T>): Promise<T>;
}

export function openSql(databaseUrl: string, protocol: Protocol): Sql {
  const pool = createPool({
    uri: databaseUrl.replace(/^mariadb:/, 'mysql:'),
    connectionLimit: CONNECTIONS,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: true,
  });
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
  const take = () =>
    new Promise<PoolConnection>((resolve, reject) =>
      pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection))),
    );
  return {
    ask: runner(pool, protocol),
    async transaction(work) {
      const connection = await take();
      const write: Write = runner(connection, protocol);
      // These cannot be prepared everywhere, and gain nothing by it.
      const control: Write = runner(connection, 'text');
      try {
        await control('START TRANSACTION');
        const result = await work(runner(connection, protocol), write);
        await control('COMMIT');
        return result;
      } catch (error) {
        await control('ROLLBACK');
        throw error;
      } finally {
        connection.release();
      }
    },
  };
}

/** By the callbacks of mysql2: its own promises cost a stack trace for each statement. */
function runner(on: Pick<PoolConnection, 'query' | 'execute'>, protocol: Protocol) {
  return (statement: string, values: readonly Value[] = []) =>
    new Promise<never>((resolve, reject) => {
      const done = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result as never));
      if (protocol === 'text') on.query(statement, [...values], done);
      else on.execute(statement, [...values], done);
    });
}
