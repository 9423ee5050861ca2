import type { ItemSnapshot } from '../changes/item-snapshot.js';

/** A refusal that the same call would not come to again once the item has changed, and the item as it was then. */
export interface RememberedRefusal {
  readonly refused: 'REVISION_CONFLICT' | 'UNFIT_STATUS';
  readonly item: ItemSnapshot;
}
