import type { Viewer } from '../accounts/viewer.js';
import type { Context } from '../context.js';
import { groupBy } from '../loaders.js';
import type { ItemRow, OrderRow, OrderSummary } from './rows.js';
import { summarizeItems } from './rules/summarize-items.js';

/** What will be asked of an order, where it was read before. */
export interface OrderAhead {
  readonly items?: readonly ItemRow[];
  readonly summary?: OrderSummary;
}

type Asking = Pick<Context, 'loaders' | 'operation'>;

const SUMMARY_FIELDS = ['Order.itemCount', 'Order.merchantCount', 'Order.attentionCount', 'Order.total'];

/**
 * Reads what an operation will ask of some orders before it does: then their fields find it at hand, and nothing waits
 * for each of them. Where all items are read anyway, their summary is made of them.
 */
export async function readAhead(
  { loaders, operation: { fields } }: Asking,
  orders: readonly OrderRow[],
): Promise<(orderId: string) => OrderAhead> {
  if (orders.length === 0) return () => ({});
  if (fields.has('Order.items')) {
    const items = groupBy(await loaders.orders.itemsOf(orders), ({ orderId }) => orderId);
    return (id) => aheadWith(items.get(id) ?? []);
  }
  if (!SUMMARY_FIELDS.some((field) => fields.has(field))) return () => ({});
  const summaries = await loaders.orders.summariesOfOrders(orders.map(({ id }) => id));
  return (id) => ({ summary: summaries.get(id) });
}

/** Reads an order, and with it what will be asked of it. */
export async function readOrder(
  asking: Asking,
  viewer: Viewer,
  orderId: string,
): Promise<{ row: OrderRow; ahead: OrderAhead } | undefined> {
  const { loaders, operation } = asking;
  if (operation.fields.has('Order.items')) {
    const found = await loaders.orders.orderWithItems(viewer, orderId);
    return found && { row: found.order, ahead: aheadWith(found.items) };
  }
  const row = await loaders.order.load(orderId);
  return row && { row, ahead: (await readAhead(asking, [row]))(orderId) };
}

function aheadWith(items: readonly ItemRow[]): OrderAhead {
  return { items, summary: summarizeItems(items) };
}
