import type { ItemStatus } from '@oops/item-status';
import type { Role } from '../accounts/role.js';
import { type RawRow, toJsonOrNull, toTime, toTimeOrNull } from '../database/raw.js';
import type { Evidence } from './evidence.js';
import type { ItemEntity } from './item.entity.js';
import type { OrderEntity } from './order.entity.js';
import type { OrderState } from './order-state.js';

/** An order as it is read: its own columns, nothing of its items. */
export type OrderRow = Pick<
  OrderEntity,
  'id' | 'number' | 'accountId' | 'currency' | 'state' | 'placedAt' | 'closedAt'
> & {
  /** Whose order it is, where that was read along with it. */
  readonly buyer?: { readonly name: string; readonly role: Role };
};

/** An item as it is read: its own columns and what it needs to know of its order. */
export type ItemRow = Omit<ItemEntity, 'order'> & {
  /** Whose item it is. */
  readonly accountId: string;
  readonly currency: string;
  readonly orderState: OrderState;
};

/** An item that needs its buyer, with what a mail about it needs to know. */
export interface NeedyItemRow extends ItemRow {
  readonly orderNumber: string;
  /** Of its newest change, which is the report that it needs its buyer for. */
  readonly sequence: number;
}

/** What a collapsed order says of its items. */
export interface OrderSummary {
  readonly itemCount: number;
  readonly merchantCount: number;
  readonly attentionCount: number;
  readonly totalMinor: number;
}

export function itemRowOf({ order, ...item }: ItemEntity): ItemRow {
  return { ...item, accountId: order.accountId, currency: order.currency, orderState: order.state };
}

export function orderRowFromRaw(raw: RawRow): OrderRow {
  const { buyerName, buyerRole, ...columns } = raw;
  return {
    ...(columns as unknown as OrderRow),
    buyer: { name: buyerName as string, role: buyerRole as Role },
    placedAt: toTime(raw.placedAt),
    closedAt: toTimeOrNull(raw.closedAt),
  };
}

export function itemRowFromRaw(raw: RawRow): ItemRow {
  return {
    ...(raw as unknown as ItemRow),
    status: raw.status as ItemStatus,
    statusChangedAt: toTime(raw.statusChangedAt),
    evidence: toJsonOrNull<Evidence>(raw.evidence),
    keptAt: toTimeOrNull(raw.keptAt),
  };
}
