import { Mutex } from 'async-mutex';
import pRetry from 'p-retry';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';

/** One running transaction: the manager whose statements belong to it, and what is to happen once it has committed. */
export interface Transaction {
  readonly manager: EntityManager;
  /** Whether rows can be locked (`FOR UPDATE`). Where not, only one transaction runs at a time, which does as well. */
  readonly canLockRows: boolean;
  /** How often this has been tried, from 1: a conflict with somebody else lets it run again from the beginning. */
  readonly attempt: number;
  /** Runs after the commit, and not at all if the transaction fails. Everything that leaves the process goes here. */
  afterCommit(callback: () => void): void;
}

/**
 * Deadlock, lock wait timeout, changed since the snapshot, a unique key that somebody else took first, and a statement that
 * has to be prepared anew because a table has changed.
 */
const WORTH_ANOTHER_TRY = new Set([1213, 1205, 1020, 1062, 1615]);

/** What SQLite says where another process, such as a worker, writes or has written to the same file. */
const WRITTEN_BY_ANOTHER = /^SQLITE_BUSY/;

/**
 * A write, of nothing: whoever begins by reading is refused to write if another process, such as a worker, has written
 * to the file since. Who holds the lock has to wait for nobody any more.
 */
const TAKE_THE_WRITE_LOCK = 'UPDATE "migrations" SET "name" = "name" WHERE 0';

/**
 * The database as the features see it: a reader for queries and one way to run a transaction.
 *
 * The reader has connections of its own: what is read for those who follow changes does not wait for transactions, which
 * may wait for each other. On SQLite TypeORM has a single connection, on which overlapping transactions become one and a
 * rollback takes the other's rows with it; so one is let in at a time there, and the reader never sees what has not been
 * committed.
 */
export class Database {
  private readonly oneAtATime: Mutex | undefined;

  constructor(
    private readonly writer: DataSource,
    readonly reader: DataSource,
  ) {
    this.oneAtATime = writer.options.type === 'better-sqlite3' ? new Mutex() : undefined;
  }

  /**
   * Runs `work` in one READ COMMITTED transaction (as each connection is set to; serialized on SQLite) and commits it.
   * If the database asks for it (deadlock, lock timeout, another process at the same file), the whole of `work` runs again,
   * at once and then after short random pauses, so it must not do anything that a rollback does not undo.
   */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const run = () => this.attemptUntilItGoes(work);
    return this.oneAtATime ? this.oneAtATime.runExclusive(run) : run();
  }

  /** Resolves if the database answers. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  async close(): Promise<void> {
    await Promise.all([...new Set([this.writer, this.reader])].map((source) => source.destroy()));
  }

  private async attemptUntilItGoes<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.attempt(work, 1);
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
    }
    return pRetry((retry) => this.attempt(work, retry + 1), {
      retries: 8,
      minTimeout: 10,
      maxTimeout: 500,
      randomize: true,
      shouldRetry: ({ error }) => isWorthAnotherTry(error),
    });
  }

  private async attempt<T>(work: (transaction: Transaction) => Promise<T>, attempt: number): Promise<T> {
    const callbacks: Array<() => void> = [];
    const run = (manager: EntityManager) =>
      work({ manager, canLockRows: !this.oneAtATime, attempt, afterCommit: (callback) => callbacks.push(callback) });
    const result = this.oneAtATime
      ? await this.writer.transaction(async (manager) => {
          await manager.query(TAKE_THE_WRITE_LOCK);
          return run(manager);
        })
      : await this.writer.transaction(run);
    // What has been committed has succeeded, whatever becomes of the word about it.
    for (const callback of callbacks) {
      try {
        callback();
      } catch (error) {
        console.error(error);
      }
    }
    return result;
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { errno, code } = error.driverError as { errno?: number; code?: string };
  return WORTH_ANOTHER_TRY.has(Number(errno)) || WRITTEN_BY_ANOTHER.test(String(code));
}
