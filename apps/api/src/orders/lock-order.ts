import type { Viewer } from '../accounts/viewer.js';
import { maySee } from '../authorization/rules.js';
import type { Transaction } from '../database/database.js';
import { isId } from '../ids.js';
import { ItemEntity } from './item.entity.js';
import { OrderEntity } from './order.entity.js';

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

/** Locks an item together with its order, `item.order`, likewise. */
export async function lockItem(
  { manager, canLockRows }: Transaction,
  viewer: Viewer,
  itemId: string,
): Promise<ItemEntity | undefined> {
  if (!isId('itm', itemId)) return undefined;
  const query = manager
    .createQueryBuilder(ItemEntity, 'i')
    .innerJoinAndSelect('i.order', 'o')
    .where('i.id = :itemId', { itemId });
  if (canLockRows) query.setLock('pessimistic_write');
  const item = await query.getOne();
  return item && maySee(viewer, item.order.accountId) ? item : undefined;
}
