import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Comparison } from '../compare/comparison.js';
import { REPLACE_ITEM } from '../documents.js';
import type { Ask } from '../load/job.js';
import { readCatalogue } from '../seed/catalogue.js';
import { buyersAt, ORDERS_PER_BUYER, tokenOf } from '../seed/ids.js';
import { CLOSED_ORDERS, seededOrder } from '../seed/orders.js';
import { rememberItems, settle, undoChanges } from '../seed/undo.js';

/** Of each open order, how many items are replaced: some 50,000 in all, more than one load can. */
const ITEMS_OF_ORDER = 4;

/** How many times the answers counted may have been given: what comes while a load ends is not counted. */
const UNCOUNTED = 1.02;

const WINDING_UP_MS = 2_000;

/** Each request replaces another item. No two connections have a buyer in common, so nobody waits for a lock. */
export const replaceItem: Comparison = {
  name: 'replace-item',
  title: 'replaceItem, one transaction with its history row',
  document: REPLACE_ITEM,
  reach: 0.8,
  readsEachTime: true,
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
    // What was under way when the last load ended is done by then.
    await pause(WINDING_UP_MS);
    await undoChanges(connection);
    await rememberItems(connection, `o.state = 'OPEN' AND i.position < ${ITEMS_OF_ORDER}`);
    await connection.query(
      `UPDATE item i JOIN bench_item b ON b.id = i.id
       SET i.status = 'PRICE_ERROR', i.evidence = '{"currentUnitPriceMinor":495}', i.keptAt = NULL`,
    );
    await settle(connection);
  },

  async check(connection, answered, connections) {
    const [rows] = await connection.query("SELECT COUNT(*) AS count FROM `change` WHERE kind = 'ITEM_REPLACED'");
    const replaced = Number((rows as Array<{ count: number }>)[0]?.count);
    // Those that were under way when the load ended were done, and not counted; nor what a connection sent before it closed.
    if (replaced < answered || replaced > answered * UNCOUNTED + 2 * connections)
      throw new Error(`${answered} answers, but ${replaced} items replaced`);
  },

  end: undoChanges,
};
