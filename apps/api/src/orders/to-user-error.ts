import { IdempotencyKeyReused, InvalidInput, NotFound, NotPermitted } from '../graphql/user-error.type.js';
import { toItem } from './item.type.js';
import { toOrder } from './order.type.js';
import { ItemRevisionConflict, OrderClosed } from './order-errors.type.js';
import type { RefusalOf } from './refusals.js';

// What each refusal is called in the API. UNFIT_STATUS is missing, because each action has an error of its own for it.
interface UserErrors {
  INVALID_INPUT: InvalidInput;
  NOT_FOUND: NotFound;
  NOT_PERMITTED: NotPermitted;
  ORDER_CLOSED: OrderClosed;
  REVISION_CONFLICT: ItemRevisionConflict;
  KEY_REUSED: IdempotencyKeyReused;
}

const USER_ERRORS: { readonly [Reason in keyof UserErrors]: (refusal: RefusalOf<Reason>) => UserErrors[Reason] } = {
  INVALID_INPUT: ({ violations }) => new InvalidInput(violations),
  NOT_FOUND: () => new NotFound(),
  NOT_PERMITTED: () => new NotPermitted(),
  ORDER_CLOSED: ({ order }) => new OrderClosed(toOrder(order)),
  REVISION_CONFLICT: ({ item }) => new ItemRevisionConflict(toItem(item)),
  KEY_REUSED: () => new IdempotencyKeyReused(),
};

/** The typed error for a refusal. */
export function toUserError<Reason extends keyof UserErrors>(refusal: RefusalOf<Reason>): UserErrors[Reason] {
  return USER_ERRORS[refusal.refused](refusal);
}
