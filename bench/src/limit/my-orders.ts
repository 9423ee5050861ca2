import { ITEM_COLUMNS, type ItemRow, ORDER_COLUMNS, type OrderRow, toIso, toOrder } from './rows.js';
import type { Ask } from './sql.js';

const ORDERS = `
  SELECT ${ORDER_COLUMNS} FROM purchase_order o
  WHERE o.accountId = ? ORDER BY o.placedAt DESC, o.id DESC LIMIT ?`;

/** The answer to `MY_ORDERS`, by two statements. */
export async function myOrders(ask: Ask, viewer: string, { first }: { first: number }): Promise<object> {
  const found = await ask<OrderRow>(ORDERS, [viewer, first + 1]);
  const page = found.slice(0, first);
  const marks = page.map(() => '?').join(', ');
  const items = await ask<ItemRow & { readonly orderId: string }>(
    `SELECT i.orderId, ${ITEM_COLUMNS} FROM item i WHERE i.orderId IN (${marks}) ORDER BY i.orderId, i.position`,
    page.map(({ orderId }) => orderId),
  );
  const itemsOf = new Map<string, ItemRow[]>(page.map(({ orderId }) => [orderId, []]));
  for (const item of items) itemsOf.get(item.orderId)?.push(item);
  const edges = page.map((order) => ({
    cursor: cursorOf(order),
    node: toOrder(order, itemsOf.get(order.orderId) ?? []),
  }));
  return {
    orders: { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } },
  };
}

function cursorOf({ orderId, placedAt }: OrderRow): string {
  return Buffer.from(`${Date.parse(toIso(placedAt))}:${orderId}`).toString('base64url');
}
