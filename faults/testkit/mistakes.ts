import type { Entry } from './ledger.js';
import type { Logged } from './story.js';

const KIND_OF = {
  placeOrder: 'ORDER_PLACED',
  reportItemStatus: 'ITEM_STATUS_REPORTED',
  replaceItem: 'ITEM_REPLACED',
  keepItem: 'ITEM_KEPT',
  cancelItem: 'ITEM_CANCELLED',
  prepareShipment: 'ORDER_CLOSED',
} as const;

/**
 * What was done otherwise than it was asked for, or than it was told of. It holds for what got no answer as well: if it
 * was done at all, then whole.
 */
export function mistakesIn(entry: Entry, change: Logged): string[] {
  const { person, mutation, input, itemId, orderId, itemCount, outcome } = entry;
  const { order, item, change: told } = outcome ?? {};
  const isOfAnother = itemId ? change.itemId !== itemId : orderId !== undefined && change.orderId !== orderId;
  const mistakes = [
    change.kind !== KIND_OF[mutation] && `is in the log as ${change.kind}`,
    isOfAnother && 'is in the log for another',
    order && change.orderId !== order.id && `was told of as ${order.id}, not ${change.orderId}`,
    item && change.revision !== item.revision && `was told of at revision ${item.revision}, not ${change.revision}`,
    told && change.sequence !== told.sequence && `was told of as change ${told.sequence}, not ${change.sequence}`,
    order && itemCount && order.items.length !== itemCount && `has ${order.items.length} items, not ${itemCount}`,
  ];
  const what = `${mutation} ${input.idempotencyKey} of ${person.email}`;
  return mistakes.flatMap((mistake) => (mistake ? [`${what} ${mistake}`] : []));
}
