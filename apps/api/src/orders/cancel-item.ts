import type { Viewer } from '../accounts/viewer.js';
import { ChangeKind } from '../changes/change-kind.js';
import type { Services } from '../services.js';
import { changeItem, type ItemChanged, type ItemCommand } from './change-item.js';
import type { Refusal } from './refusals.js';
import { ItemAction } from './rules/item-actions.js';

/** Calls an item off for its buyer, who therefore need not be asked about it: it counts as kept at once. */
export function cancelItem(
  services: Services,
  viewer: Viewer,
  input: ItemCommand['input'],
): Promise<ItemChanged | Refusal> {
  return changeItem(services, viewer, {
    mutation: 'cancelItem',
    action: ItemAction.CANCEL,
    kind: ChangeKind.ITEM_CANCELLED,
    input,
    patch: (_item, now) => ({ status: 'CANCELLED', statusChangedAt: now, evidence: null, keptAt: now }),
  });
}
