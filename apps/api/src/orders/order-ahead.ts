import type { Viewer } from '../accounts/viewer.js';
import type { Context } from '../context.js';
import { groupBy } from '../database/raw.js';
import type { WholeShape } from './order-wordings.js';
import type { OrderRow, OrderSummary, ShownItemRow } from './rows.js';
import { summarizeItems } from './rules/summarize-items.js';

/** What will be asked of an order, where it was read before. */
export interface OrderAhead {
  readonly items?: readonly ShownItemRow[];
  readonly summary?: OrderSummary;
}

type Asking = Pick<Context, 'loaders' | 'operation'>;

/** For which all items of an order are read. */
const ITEM_FIELDS = ['Order.items', 'Order.merchants'];

const SUMMARY_FIELDS = ['itemCount', 'merchantCount', 'attentionCount', 'total', 'revision'].map(
  (name) => `Order.${name}`,
);

/**
 * Reads what an operation will ask of some orders before it does: then their fields find it at hand, and nothing waits
 * for each of them. Where all items are read anyway, their summary is made of them.
 */
export async function readAhead(
  { loaders, operation: { fields } }: Asking,
  orders: readonly OrderRow[],
): Promise<(order: OrderRow) => OrderAhead> {
  if (orders.length === 0) return () => ({});
  const ids = orders.map(({ id }) => id);
  if (asksFor(ITEM_FIELDS, fields)) {
    const items = groupBy(await loaders.orders.itemsBeside(ids, shapeFor(fields)), ({ orderId }) => orderId);
    return (order) => aheadWith(items.get(order.id) ?? [], order);
  }
  if (!asksFor(SUMMARY_FIELDS, fields)) return () => ({});
  const summaries = await loaders.orders.summariesOfOrders(ids);
  return ({ id }) => ({ summary: summaries.get(id) });
}

/** Reads an order, and with it what will be asked of it. */
export async function readOrder(
  asking: Asking,
  viewer: Viewer,
  orderId: string,
): Promise<{ row: OrderRow; ahead: OrderAhead } | undefined> {
  const { loaders, operation } = asking;
  if (asksFor(ITEM_FIELDS, operation.fields)) {
    const found = await loaders.orders.orderWithItems(viewer, orderId, shapeFor(operation.fields));
    return found && { row: found.order, ahead: aheadWith(found.items, found.order) };
  }
  const row = await loaders.order.load(orderId);
  return row && { row, ahead: (await readAhead(asking, [row]))(row) };
}

function asksFor(some: readonly string[], fields: ReadonlySet<string>): boolean {
  return some.some((field) => fields.has(field));
}

function shapeFor(fields: ReadonlySet<string>): WholeShape {
  return {
    withStatusTime: fields.has('Item.statusChangedAt'),
    // Merchants are told apart by it.
    withHost: asksFor(['Merchant.host', 'Order.merchants'], fields),
    withReference: fields.has('Item.reference'),
    withOrderReference: fields.has('Order.reference'),
  };
}

function aheadWith(items: readonly ShownItemRow[], { state }: OrderRow): OrderAhead {
  return { items, summary: summarizeItems(items, state) };
}
