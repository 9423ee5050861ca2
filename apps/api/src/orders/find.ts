import type { Viewer } from '../accounts/viewer.js';
import { maySee } from '../authorization/rules.js';
import type { Context } from '../context.js';
import { isId } from '../ids.js';
import type { Loaders } from '../loaders.js';
import { Item } from './item.type.js';
import { Order } from './order.type.js';
import { readOrder } from './order-ahead.js';

/** An order by its id; null if there is none, or none that the viewer may see. */
export async function findOrder(
  context: Pick<Context, 'loaders' | 'operation'>,
  viewer: Viewer,
  id: string,
): Promise<Order | null> {
  const found = isId('ord', id) ? await readOrder(context, viewer, id) : undefined;
  return found && maySee(viewer, found.row.accountId) ? new Order(found.row, viewer.role, found.ahead) : null;
}

/** An item by its id, likewise. */
export async function findItem(loaders: Loaders, viewer: Viewer, id: string): Promise<Item | null> {
  const row = isId('itm', id) ? await loaders.item.load(id) : undefined;
  return row && maySee(viewer, row.accountId) ? new Item(row, row, viewer.role) : null;
}
