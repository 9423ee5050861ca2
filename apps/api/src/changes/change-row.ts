import type { Role } from '../accounts/role.js';
import { type RawRow, toJsonOrNull, toTime } from '../database/raw.js';
import type { RecordedChange } from './append-change.js';
import type { ItemSnapshot } from './item-snapshot.js';

/** A change as it is read: with who did it, and the currency that its amounts are in. */
export interface ChangeRow extends RecordedChange {
  readonly currency: string;
  readonly actorName: string;
  readonly actorRole: Role;
}

/** Which changes somebody asks for. */
export interface ChangeFilter {
  readonly orderId?: string;
  /** Leaves out what happens to whole orders. */
  readonly itemsOnly?: boolean;
}

/** Whether a change is among those asked for. */
export function fits({ orderId, itemId }: ChangeRow, filter: ChangeFilter = {}): boolean {
  return (filter.orderId === undefined || filter.orderId === orderId) && !(filter.itemsOnly && itemId === null);
}

export function changeRowFromRaw(raw: RawRow): ChangeRow {
  return {
    ...(raw as unknown as ChangeRow),
    at: toTime(raw.at),
    before: toJsonOrNull<ItemSnapshot>(raw.before),
    after: toJsonOrNull<ItemSnapshot>(raw.after),
  };
}
