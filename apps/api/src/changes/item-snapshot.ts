import type { ItemStatus } from '@oops/item-status';
import type { Evidence } from '../orders/evidence.js';

/** An item as it stood just before or just after a change, as the log keeps it. Times are ISO 8601 in UTC. */
export interface ItemSnapshot {
  readonly merchantName: string | null;
  readonly merchantHost: string;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly specification: string;
  readonly status: ItemStatus;
  readonly statusChangedAt: string;
  readonly evidence: Evidence | null;
  readonly keptAt: string | null;
  readonly revision: number;
}
