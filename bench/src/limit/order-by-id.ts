import { ITEM_COLUMNS, type ItemRow, ORDER_COLUMNS, type OrderRow, toOrder } from './rows.js';
import type { Ask } from './sql.js';

const ORDER = `
  SELECT ${ORDER_COLUMNS}, ${ITEM_COLUMNS} FROM purchase_order o JOIN item i ON i.orderId = o.id
  WHERE o.id = ? AND o.accountId = ? ORDER BY i.position`;

/** The answer to `ORDER_BY_ID`, by one statement. */
export async function orderById(ask: Ask, viewer: string, { id }: { id: string }): Promise<object> {
  const rows = await ask<OrderRow & ItemRow>(ORDER, [id, viewer]);
  const [order] = rows;
  return { order: order ? toOrder(order, rows) : null };
}
