import type { ItemSnapshot } from '../changes/item-snapshot.js';
import type { ItemRow } from './rows.js';

/** An item as the change log keeps it. */
export function toSnapshot(item: ItemRow): ItemSnapshot {
  return {
    merchantName: item.merchantName,
    merchantHost: item.merchantHost,
    url: item.url,
    productName: item.productName,
    quantity: item.quantity,
    unitPriceMinor: item.unitPriceMinor,
    specification: item.specification,
    status: item.status,
    statusChangedAt: item.statusChangedAt,
    evidence: item.evidence,
    keptAt: item.keptAt,
    revision: item.revision,
  };
}

/** The columns of an item as they were at a change; none where the change was not to an item. */
export function fromSnapshot(snapshot: ItemSnapshot | null): Partial<ItemRow> {
  return snapshot ?? {};
}
