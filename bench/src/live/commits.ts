import type { Connection } from 'mysql2/promise';

/** Where the primary key of a change stands in the statement that appends it. */
const KEY = /'(acc_[0-9a-f]{32})',\s*'?(\d+)/;

/** Tells when changes were committed, by what MariaDB itself notes of the statements that it gets. */
export class Commits {
  private constructor(private readonly connection: Connection) {}

  /** Begins before the server does: of statements that it had prepared by then, MariaDB would note no values. */
  static async watch(connection: Connection): Promise<Commits> {
    await connection.query("SET GLOBAL log_output = 'TABLE', general_log = ON");
    const commits = new Commits(connection);
    await commits.forget();
    return commits;
  }

  /** Forgets those so far. */
  async forget(): Promise<void> {
    await this.connection.query('TRUNCATE TABLE mysql.general_log');
  }

  async end(): Promise<void> {
    await this.connection.query('SET GLOBAL general_log = OFF');
    await this.forget();
  }

  /**
   * When the commit of each change began, in milliseconds since 1970 with fractions, by the id of its account and its
   * sequence: `acc_…:12`.
   */
  async read(): Promise<Map<string, number>> {
    const [rows] = await this.connection.query(
      `SELECT thread_id AS thread, UNIX_TIMESTAMP(event_time) AS seconds, CONVERT(argument USING utf8mb4) AS statement
       FROM mysql.general_log WHERE argument LIKE '%INSERT INTO%change%' OR argument LIKE 'COMMIT%'`,
    );
    const appended = new Map<number, string>();
    const commits = new Map<string, number>();
    for (const { thread, seconds, statement } of rows as Array<{
      thread: number;
      seconds: string;
      statement: string;
    }>) {
      const [, account, sequence] = KEY.exec(statement) ?? [];
      if (account) appended.set(thread, `${account}:${sequence}`);
      const key = appended.get(thread);
      if (account || !key) continue;
      commits.set(key, Number(seconds) * 1000);
      appended.delete(thread);
    }
    return commits;
  }
}
