import Libsql from 'libsql';
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import { ApiKeyEntity } from '../accounts/api-keys/api-key.entity.js';
import { KnownDeviceEntity } from '../accounts/guesses/known-device.entity.js';
import { MailedLinkEntity } from '../accounts/mailed-links/mailed-link.entity.js';
import { SessionEntity } from '../accounts/session.entity.js';
import { ChangeEntity } from '../changes/change.entity.js';
import { OperationsFeedEntity } from '../changes/operations-feed.entity.js';
import { IdempotencyKeyEntity } from '../idempotency/idempotency-key.entity.js';
import { DueOrderMailEntity } from '../mail/digest/due-order-mail.entity.js';
import { MailEntity } from '../mail/outbox/mail.entity.js';
import { MailMentionEntity } from '../mail/outbox/mail-mention.entity.js';
import { MailSettingEntity } from '../mail/settings/mail-setting.entity.js';
import { ItemEntity } from '../orders/item.entity.js';
import { OrderEntity } from '../orders/order.entity.js';
import { Database } from './database.js';
import { migrations } from './migrations/index.js';
import { poolOf } from './pool.js';
import { runStraight } from './straight-query-runner.js';

/** Connections to a MySQL or MariaDB database, for transactions and as many for reads. */
const POOL_SIZE = 10;

/** How long a connection may take to be made; after an outage a fresh attempt succeeds sooner than one begun in it. */
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * Opens the database that a URL names, brings its tables up to date, and returns it.
 * `sqlite:<file>` is embedded; `mysql://` and `mariadb://` name a server. The scheme must fit the server, because the
 * two differ in the DDL that TypeORM writes.
 */
export async function openDatabase(url: string, logger?: Logger): Promise<Database> {
  const writer = await openSource(optionsOf(url, logger));
  await migrate(writer);
  const reader = await openSource(
    url.startsWith('sqlite:') ? { ...sqliteOptions(url, logger), prepareDatabase: readOnly } : optionsOf(url, logger),
  );
  return new Database(writer, reader);
}

async function openSource(options: DataSourceOptions): Promise<DataSource> {
  const source = await new DataSource(options).initialize();
  runStraight(source);
  await readWhatIsCommitted(source);
  return source;
}

const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** Sets each connection to READ COMMITTED when it is made, so that no transaction has to begin by saying so. */
async function readWhatIsCommitted(source: DataSource): Promise<void> {
  const pool = poolOf(source);
  if (!pool) return;
  pool.on('connection', (connection) => connection.query(READ_COMMITTED));
  // The one that it was found out with whether the database answers.
  await source.query(READ_COMMITTED);
}

/** How long a server waits for another one that is bringing the tables up to date, in seconds. */
const MIGRATION_WAIT_SECONDS = 120;

/** Brings the tables up to date. Of several servers that start at once on one database, one does it and the others wait. */
async function migrate(source: DataSource): Promise<void> {
  if (source.options.type === 'better-sqlite3') {
    await source.runMigrations({ transaction: 'each' });
    return;
  }
  // The lock belongs to this connection, and goes with it if the server dies.
  const runner = source.createQueryRunner();
  const lock = "CONCAT('oops:', MD5(DATABASE()))";
  try {
    const [{ locked }] = await runner.query(`SELECT GET_LOCK(${lock}, ${MIGRATION_WAIT_SECONDS}) AS locked`);
    if (Number(locked) !== 1) throw new Error('another server is still bringing the tables up to date');
    await source.runMigrations({ transaction: 'each' });
    await runner.query(`SELECT RELEASE_LOCK(${lock})`);
  } finally {
    await runner.release();
  }
}

/** The TypeORM options behind a database URL. */
export function optionsOf(url: string, logger?: Logger): DataSourceOptions {
  if (url.startsWith('sqlite:')) return sqliteOptions(url, logger);
  return {
    ...commonOptions(logger),
    type: url.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    poolSize: POOL_SIZE,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // A stack for each statement, in case it fails, takes longer than some statements. TypeORM's own tells enough.
    extra: { trace: false },
  };
}

function sqliteOptions(url: string, logger?: Logger) {
  return {
    ...commonOptions(logger),
    type: 'better-sqlite3' as const,
    driver: Libsql,
    database: url.slice('sqlite:'.length),
    enableWAL: true,
  };
}

function readOnly(connection: { pragma(statement: string): void }): void {
  connection.pragma('query_only = ON');
}

function commonOptions(logger?: Logger) {
  return {
    entities: [
      AccountEntity,
      SessionEntity,
      ApiKeyEntity,
      KnownDeviceEntity,
      MailedLinkEntity,
      MailSettingEntity,
      MailEntity,
      MailMentionEntity,
      DueOrderMailEntity,
      OrderEntity,
      ItemEntity,
      ChangeEntity,
      OperationsFeedEntity,
      IdempotencyKeyEntity,
    ],
    migrations,
    synchronize: false,
    logger,
    logging: logger ? ('all' as const) : false,
  };
}
