/**
 * The eleven statuses an item can have. There are eleven and no more: operators choose from them, buyers read them,
 * partners program against them.
 */
export const ITEM_STATUSES = [
  'PENDING',
  'PARTIALLY_OOS',
  'OOS',
  'MOQ_REQUIRED',
  'NO_RESPONSE',
  'REFUNDED',
  'CANCELLED',
  'URL_ERROR',
  'NAME_ERROR',
  'PRICE_ERROR',
  'SPECS_ERROR',
] as const;

export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** The fields that a buyer fills in for an item, in the order in which a form shows them. */
export const ITEM_FIELDS = ['url', 'productName', 'quantity', 'unitPrice', 'specification'] as const;

export type ItemField = (typeof ITEM_FIELDS)[number];

/**
 * What a status asks of the buyer, as the first thing to try:
 * - `WAIT`: nothing;
 * - `LOWER_QUANTITY`, `RAISE_QUANTITY`: change the quantity of this item;
 * - `CORRECT`: look at one field and correct it;
 * - `REPLACE`: choose another item.
 */
export type Remedy = 'WAIT' | 'LOWER_QUANTITY' | 'RAISE_QUANTITY' | 'CORRECT' | 'REPLACE';

/** How much of an item goes out when the shipment is prepared while the item has this status. */
export type ShipmentShare = 'ALL' | 'PART' | 'NONE';

export interface StatusFacts {
  /** True for the ten statuses that say something went wrong. */
  readonly isError: boolean;
  readonly remedy: Remedy;
  /** The field that the remedy is about; `null` where the whole item is meant. */
  readonly field: ItemField | null;
  readonly shipmentShare: ShipmentShare;
  /** False where the item costs the buyer nothing any more, so that totals leave it out. */
  readonly isCharged: boolean;
}

/** What is known of each status. A code added above does not compile until it is explained here and in the messages. */
export const STATUS_FACTS = {
  PENDING: { isError: false, remedy: 'WAIT', field: null, shipmentShare: 'ALL', isCharged: true },
  PARTIALLY_OOS: {
    isError: true,
    remedy: 'LOWER_QUANTITY',
    field: 'quantity',
    shipmentShare: 'PART',
    isCharged: true,
  },
  OOS: { isError: true, remedy: 'REPLACE', field: null, shipmentShare: 'NONE', isCharged: true },
  MOQ_REQUIRED: {
    isError: true,
    remedy: 'RAISE_QUANTITY',
    field: 'quantity',
    shipmentShare: 'NONE',
    isCharged: true,
  },
  NO_RESPONSE: { isError: true, remedy: 'REPLACE', field: null, shipmentShare: 'NONE', isCharged: true },
  REFUNDED: { isError: true, remedy: 'REPLACE', field: null, shipmentShare: 'NONE', isCharged: false },
  CANCELLED: { isError: true, remedy: 'REPLACE', field: null, shipmentShare: 'NONE', isCharged: false },
  URL_ERROR: { isError: true, remedy: 'CORRECT', field: 'url', shipmentShare: 'NONE', isCharged: true },
  NAME_ERROR: { isError: true, remedy: 'CORRECT', field: 'productName', shipmentShare: 'NONE', isCharged: true },
  PRICE_ERROR: { isError: true, remedy: 'CORRECT', field: 'unitPrice', shipmentShare: 'NONE', isCharged: true },
  SPECS_ERROR: {
    isError: true,
    remedy: 'CORRECT',
    field: 'specification',
    shipmentShare: 'NONE',
    isCharged: true,
  },
} as const satisfies Record<ItemStatus, StatusFacts>;

export function isItemStatus(value: string): value is ItemStatus {
  return (ITEM_STATUSES as readonly string[]).includes(value);
}

export function isErrorStatus(status: ItemStatus): boolean {
  return STATUS_FACTS[status].isError;
}

/** The statuses for which a fact holds, e.g. all errors. Databases are asked with such lists, never with a list of their own. */
export function statusesWhere(holds: (facts: StatusFacts) => boolean): ItemStatus[] {
  return ITEM_STATUSES.filter((status) => holds(STATUS_FACTS[status]));
}

/** How an item stands with its buyer: nothing to do, something to decide, or decided already. */
export type AttentionFamily = 'WAITING' | 'NEEDS_YOU' | 'SET_ASIDE';

/**
 * @param item.kept whether the buyer chose to leave the item as it is
 * @param item.orderOpen false once the shipment is being prepared: then nothing is asked of anybody any more
 */
export function attentionFamily(item: { status: ItemStatus; kept: boolean; orderOpen: boolean }): AttentionFamily {
  if (!item.orderOpen) return 'SET_ASIDE';
  if (!isErrorStatus(item.status)) return 'WAITING';
  return item.kept ? 'SET_ASIDE' : 'NEEDS_YOU';
}
