import type { Viewer } from '../accounts/viewer.js';
import { maySee } from '../authorization/rules.js';
import { isId } from '../ids.js';
import type { Loaders } from '../loaders.js';
import { type Item, toItem } from './item.type.js';
import { type Order, toOrder } from './order.type.js';

/** An order by its id; null if there is none, or none that the viewer may see. */
export async function findOrder(loaders: Loaders, viewer: Viewer, id: string): Promise<Order | null> {
  const row = isId('ord', id) ? await loaders.order.load(id) : undefined;
  return row && maySee(viewer, row.accountId) ? toOrder(row) : null;
}

/** An item by its id, likewise. */
export async function findItem(loaders: Loaders, viewer: Viewer, id: string): Promise<Item | null> {
  const row = isId('itm', id) ? await loaders.item.load(id) : undefined;
  return row && maySee(viewer, row.accountId) ? toItem(row) : null;
}
