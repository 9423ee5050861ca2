import type { Role } from '../accounts/role.js';
import { type RawRow, toJsonOrNull, toTime, toTimeOrNull, toTimeText } from '../database/raw.js';
import type { Evidence } from './evidence.js';
import type { ItemEntity } from './item.entity.js';
import type { OrderEntity } from './order.entity.js';
import type { OrderState } from './order-state.js';

/** An order as it is read: its own columns, nothing of its items. */
export type OrderRow = Pick<
  OrderEntity,
  'id' | 'number' | 'accountId' | 'currency' | 'state' | 'placedAt' | 'closedAt'
> & {
  /** Missing where nobody asked for it. */
  readonly reference?: string | null;
  /** Whose order it is, where that was read along with it. */
  readonly buyer?: { readonly name: string; readonly role: Role } | undefined;
};

/** What an item needs to know of its order. */
export interface OrderOfItem {
  readonly currency: string;
  readonly orderState: OrderState;
}

/** An item as it is read: its own columns and what it needs to know of its order. */
export type ItemRow = Omit<ItemEntity, 'order' | 'position' | 'statusChangedAt' | 'keptAt'> &
  OrderOfItem & {
    /** Times are text in the form of RFC 3339, in UTC, as all who read them want them. */
    readonly statusChangedAt: string;
    readonly keptAt: string | null;
    /** Whose item it is. */
    readonly accountId: string;
  };

/** An item as it is read beside its order, to be shown: without what nobody asked for. */
export type ShownItemRow = Omit<
  ItemRow,
  keyof OrderOfItem | 'accountId' | 'statusChangedAt' | 'merchantHost' | 'reference'
> &
  Partial<Pick<ItemRow, 'statusChangedAt' | 'reference'>> & {
    /** Always there where the merchant has no name. */
    readonly merchantHost: string | null;
  };

/** An item that needs its buyer, with what a mail about it needs to know. */
export interface NeedyItemRow extends ItemRow {
  readonly orderNumber: string;
  /** Of its newest change, which is the report that it needs its buyer for. */
  readonly sequence: number;
}

/** What of an item its order's summary is made of. */
export type SummarizedItem = Pick<
  ShownItemRow,
  'merchantName' | 'merchantHost' | 'status' | 'keptAt' | 'quantity' | 'unitPriceMinor' | 'revision'
>;

/** The same as it is read where nothing else of the items is asked for. */
export type SummarizedItemRow = SummarizedItem & Pick<ItemRow, 'orderId' | 'orderState'>;

/** What a collapsed order says of its items. */
export interface OrderSummary {
  readonly itemCount: number;
  readonly merchantCount: number;
  readonly attentionCount: number;
  readonly totalMinor: number;
  /** The sum of the revisions of its items. */
  readonly revision: number;
}

/** The order of an item that was read with all of it. */
export function orderRowBeside(item: RawRow, buyer?: OrderRow['buyer']): OrderRow {
  const { orderId: id, orderNumber: number, orderState: state, accountId, currency } = item;
  const { placedAt, closedAt, orderReference: reference, buyerName, buyerRole } = item;
  const order = { id, number, state, accountId, currency, placedAt, closedAt, reference, buyerName, buyerRole };
  return orderRowFromRaw(order, buyer);
}

type RawOrder = Pick<OrderRow, 'id' | 'number' | 'accountId' | 'currency' | 'state' | 'reference'> & {
  readonly buyerName?: string;
  readonly buyerRole: Role;
};

/** @param buyer whose order it is, where that is known and was not read with it */
export function orderRowFromRaw(raw: RawRow, buyer?: OrderRow['buyer']): OrderRow {
  const { id, number, accountId, currency, state, reference, buyerName, buyerRole } = raw as unknown as RawOrder;
  return {
    id,
    number,
    accountId,
    currency,
    state,
    placedAt: toTime(raw.placedAt),
    closedAt: toTimeOrNull(raw.closedAt),
    reference,
    buyer: buyer ?? (buyerName === undefined ? undefined : { name: buyerName, role: buyerRole }),
  };
}

export function itemRowFromRaw(raw: RawRow): ItemRow {
  return shownItemFromRaw(raw) as ItemRow;
}

export function shownItemFromRaw(raw: RawRow): ShownItemRow {
  // Written into the driver's row, which is nobody else's: there are hundreds in a page.
  if (raw.statusChangedAt !== undefined) raw.statusChangedAt = toTimeText(raw.statusChangedAt);
  if (raw.evidence !== null) raw.evidence = toJsonOrNull<Evidence>(raw.evidence);
  if (raw.keptAt !== null) raw.keptAt = toTimeText(raw.keptAt);
  return raw as unknown as ShownItemRow;
}
