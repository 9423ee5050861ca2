import type { Connection } from 'mysql2/promise';
import { END_MS } from './ids.js';
import { time } from './load.js';

const COLUMNS = [
  ...['merchantName', 'merchantHost', 'url', 'productName', 'quantity', 'unitPriceMinor', 'specification', 'status'],
  ...['statusChangedAt', 'evidence', 'keptAt', 'revision'],
];

const END = time(END_MS);

/** What the server writes besides items and changes. */
const EMPTY_AT_FIRST = ['idempotency_key', 'due_order_mail', 'mail_mention', 'mail'];

/**
 * Remembers some items, and how far the change log goes, so that `undoChanges` can bring them back.
 * @param which a condition on an item `i` and its order `o`
 */
export async function rememberItems(connection: Connection, which: string): Promise<void> {
  await connection.query(
    `CREATE TABLE bench_item (PRIMARY KEY (id)) AS
     SELECT i.* FROM item i JOIN purchase_order o ON o.id = i.orderId WHERE ${which}`,
  );
  await connection.query('CREATE TABLE bench_account (PRIMARY KEY (id)) AS SELECT id, changeCount FROM account');
}

/**
 * Undoes what was done to the items that were remembered last, and takes away orders that were placed since, also if that
 * was in a run that broke off.
 */
export async function undoChanges(connection: Connection): Promise<void> {
  const [found] = await connection.query("SHOW TABLES LIKE 'bench_account'");
  if ((found as unknown[]).length > 0) {
    const columns = COLUMNS.map((column) => `i.${column} = b.${column}`).join(', ');
    await connection.query(`UPDATE item i JOIN bench_item b ON b.id = i.id SET ${columns}`);
    const placedSince = 'FROM purchase_order o LEFT JOIN item i ON i.orderId = o.id WHERE o.placedAt >= ?';
    await connection.query(`DELETE i ${placedSince}`, [END]);
    await connection.query('DELETE FROM purchase_order WHERE placedAt >= ?', [END]);
    await connection.query(
      'DELETE c FROM `change` c JOIN bench_account b ON b.id = c.accountId WHERE c.sequence > b.changeCount',
    );
    await connection.query('UPDATE account a JOIN bench_account b ON b.id = a.id SET a.changeCount = b.changeCount');
    await connection.query('UPDATE operations_feed SET lastPosition = (SELECT MAX(operationsPosition) FROM `change`)');
    for (const table of EMPTY_AT_FIRST) await connection.query(`TRUNCATE TABLE ${table}`);
  }
  await connection.query('DROP TABLE IF EXISTS bench_account, bench_item');
}

/** Waits until MariaDB has cleared away what was deleted, for half a minute at most. */
export async function settle(connection: Connection): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'Innodb_history_list_length'");
    if (Number((rows as Array<{ Value: string }>)[0]?.Value) < 100) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
