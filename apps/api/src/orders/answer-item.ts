import type { Viewer } from '../accounts/viewer.js';
import { toChange } from '../changes/change.type.js';
import type { Context } from '../context.js';
import type { ItemChanged } from './change-item.js';
import { Item } from './item.type.js';
import type { ItemSuccess } from './order.results.js';
import type { Refusal, RefusalOf } from './refusals.js';
import { toUserError } from './to-user-error.js';

type CommonReason = Exclude<Refusal['refused'], 'UNFIT_STATUS'>;
type CommonError = ReturnType<typeof toUserError<CommonReason>>;

/**
 * The answer of a mutation of an item.
 * @param Unfit the error for an item whose status does not allow the action; none where every status does
 */
export function answerItem<Success extends ItemSuccess, Unfit = never>(
  { loaders }: Context,
  viewer: Viewer,
  outcome: ItemChanged | Refusal,
  success: Success,
  Unfit?: new (item: Item) => Unfit,
): Success | CommonError | Unfit {
  loaders.clear();
  if ('refused' in outcome) {
    if (outcome.refused !== 'UNFIT_STATUS')
      return toUserError<CommonReason>(outcome as RefusalOf<CommonReason>, viewer.role);
    if (!Unfit) throw new Error(`${outcome.item.status} was refused by an action that fits every status`);
    return new Unfit(new Item(outcome.item, outcome.item, viewer.role));
  }
  const { item, change } = outcome;
  // Whoever asks is who did it, also when the result is one remembered: keys belong to an account.
  const actor = { actorName: viewer.name, actorRole: viewer.role };
  return Object.assign(success, {
    item: new Item(item, item, viewer.role),
    change: toChange({ ...change, ...actor, currency: item.currency }),
  });
}
