import type { Viewer } from '../accounts/viewer.js';
import { maySee } from '../authorization/rules.js';
import type { Transaction } from '../database/database.js';
import { PreparedRead } from '../database/prepared-read.js';
import { isId } from '../ids.js';
import { OrderEntity } from './order.entity.js';
import { itemsWithOrders } from './order-wordings.js';
import { type ItemRow, itemRowFromRaw, type OrderRow, orderRowBeside } from './rows.js';

/** Locks an order that the viewer may see until the transaction ends; `undefined` if there is none. */
export async function lockOrder(
  { manager, canLockRows }: Transaction,
  viewer: Viewer,
  orderId: string,
): Promise<OrderEntity | undefined> {
  if (!isId('ord', orderId)) return undefined;
  const query = manager.createQueryBuilder(OrderEntity, 'o').where('o.id = :orderId', { orderId });
  if (canLockRows) query.setLock('pessimistic_write');
  const order = await query.getOne();
  return order && maySee(viewer, order.accountId) ? order : undefined;
}

const ITEM_AND_ORDER = new PreparedRead<{ itemId: string }, { locks: boolean }>((source, { locks }) => {
  const query = itemsWithOrders(source).where('i.id = :itemId');
  return locks ? query.setLock('pessimistic_write') : query;
});

/** Locks an item together with its order, likewise. */
export async function lockItem(
  { manager, canLockRows: locks }: Transaction,
  viewer: Viewer,
  itemId: string,
): Promise<{ item: ItemRow; order: OrderRow } | undefined> {
  if (!isId('itm', itemId)) return undefined;
  const [row] = await ITEM_AND_ORDER.rows(manager, { itemId }, { locks });
  if (!row) return undefined;
  const order = orderRowBeside(row);
  return maySee(viewer, order.accountId) ? { item: itemRowFromRaw(row), order } : undefined;
}
