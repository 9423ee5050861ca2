import type { Viewer } from '../accounts/viewer.js';
import { ChangeKind } from '../changes/change-kind.js';
import type { Services } from '../services.js';
import { changeItem, type ItemChanged, type ItemCommand } from './change-item.js';
import type { Refusal } from './refusals.js';
import { ItemAction } from './rules/item-actions.js';

/** Leaves an item with an error as it is: its status stays, and nobody is asked about it any more. */
export function keepItem(
  services: Services,
  viewer: Viewer,
  input: ItemCommand['input'],
): Promise<ItemChanged | Refusal> {
  return changeItem(services, viewer, {
    mutation: 'keepItem',
    action: ItemAction.KEEP,
    kind: ChangeKind.ITEM_KEPT,
    input,
    patch: (_item, now) => ({ keptAt: now }),
  });
}
