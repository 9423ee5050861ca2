import { randomUUID } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import type { Comparison } from '../compare/comparison.js';
import { REPLACE_ITEM } from '../documents.js';
import type { Ask } from '../load/job.js';
import { readCatalogue } from '../seed/catalogue.js';
import { buyersAt, ORDERS_PER_BUYER, tokenOf } from '../seed/ids.js';
import { CLOSED_ORDERS, seededOrder } from '../seed/orders.js';

/** Of each open order, how many items are replaced: some 50,000 in all, more than one load can. */
const ITEMS_OF_ORDER = 4;

const COLUMNS = [
  ...['merchantName', 'merchantHost', 'url', 'productName', 'quantity', 'unitPriceMinor', 'specification', 'status'],
  ...['statusChangedAt', 'evidence', 'keptAt', 'revision'],
];

/** Each request replaces another item. No two connections have a buyer in common, so nobody waits for a lock. */
export const replaceItem: Comparison = {
  name: 'replace-item',
  title: 'replaceItem, one transaction with its history row',
  document: REPLACE_ITEM,
  reach: 0.8,
  asks(connections) {
    const catalogue = readCatalogue();
    const buyers = buyersAt(1);
    const asks = Array.from({ length: connections }, (): Ask[] => []);
    for (let position = 0; position < ITEMS_OF_ORDER; position += 1)
      for (let index = CLOSED_ORDERS * buyers; index < ORDERS_PER_BUYER * buyers; index += 1) {
        const { buyer, items } = seededOrder(catalogue, index, 1);
        const item = items[position];
        if (!item) continue;
        const input = {
          ...{ itemId: item.id, expectedRevision: item.revision, idempotencyKey: randomUUID() },
          ...{ url: `https://${item.merchantHost}/p/another`, productName: `${item.productName}, another` },
          ...{ quantity: item.quantity, unitPrice: '4.95', specification: 'Green' },
        };
        asks[buyer % connections]?.push({ token: tokenOf(buyer), variables: { input } });
      }
    return asks;
  },

  /** Gives the items an error, after what an earlier load did to them is undone. */
  async prepare(connection) {
    await restore(connection);
    await connection.query(
      `CREATE TABLE bench_item AS SELECT i.* FROM item i JOIN purchase_order o ON o.id = i.orderId
       WHERE o.state = 'OPEN' AND i.position < ${ITEMS_OF_ORDER}`,
    );
    await connection.query(
      `UPDATE item i JOIN bench_item b ON b.id = i.id
       SET i.status = 'PRICE_ERROR', i.evidence = '{"currentUnitPriceMinor":495}', i.keptAt = NULL`,
    );
    await settle(connection);
  },

  async check(connection, answered, connections) {
    const [rows] = await connection.query("SELECT COUNT(*) AS count FROM `change` WHERE kind = 'ITEM_REPLACED'");
    const replaced = Number((rows as Array<{ count: number }>)[0]?.count);
    // Those that were under way when the load ended were done, and not counted.
    if (replaced < answered || replaced > answered + 2 * connections)
      throw new Error(`${answered} answers, but ${replaced} items replaced`);
  },

  end: restore,
};

/** Brings back the items and the change log as they were loaded. */
async function restore(connection: Connection): Promise<void> {
  const [found] = await connection.query("SHOW TABLES LIKE 'bench_item'");
  if ((found as unknown[]).length === 0) return;
  const columns = COLUMNS.map((column) => `i.${column} = b.${column}`).join(', ');
  await connection.query('ALTER TABLE bench_item ADD PRIMARY KEY IF NOT EXISTS (id)');
  await connection.query(`UPDATE item i JOIN bench_item b ON b.id = i.id SET ${columns}`);
  await connection.query("DELETE FROM `change` WHERE kind = 'ITEM_REPLACED'");
  await connection.query(
    'UPDATE account a SET changeCount = (SELECT COALESCE(MAX(c.sequence), 0) FROM `change` c WHERE c.accountId = a.id)',
  );
  await connection.query('TRUNCATE TABLE idempotency_key');
  await connection.query('DROP TABLE bench_item');
}

/** Waits until MariaDB has cleared away what was deleted, for half a minute at most. */
async function settle(connection: Connection): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'Innodb_history_list_length'");
    if (Number((rows as Array<{ Value: string }>)[0]?.Value) < 100) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
