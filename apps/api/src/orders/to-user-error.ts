import type { Role } from '../accounts/role.js';
import { IdempotencyKeyReused, InvalidInput, NotFound, NotPermitted } from '../graphql/user-error.type.js';
import { Item } from './item.type.js';
import { Order } from './order.type.js';
import { ItemRevisionConflict, OrderClosed, OrderRevisionConflict } from './order-errors.type.js';
import type { RefusalOf } from './refusals.js';

// What each refusal is called in the API. UNFIT_STATUS is missing, because each action has an error of its own for it.
interface UserErrors {
  INVALID_INPUT: InvalidInput;
  NOT_FOUND: NotFound;
  NOT_PERMITTED: NotPermitted;
  ORDER_CLOSED: OrderClosed;
  REVISION_CONFLICT: ItemRevisionConflict;
  ORDER_REVISION_CONFLICT: OrderRevisionConflict;
  KEY_REUSED: IdempotencyKeyReused;
}

const USER_ERRORS: {
  readonly [Reason in keyof UserErrors]: (refusal: RefusalOf<Reason>, role: Role) => UserErrors[Reason];
} = {
  INVALID_INPUT: ({ violations }) => new InvalidInput(violations),
  NOT_FOUND: () => new NotFound(),
  NOT_PERMITTED: () => new NotPermitted(),
  ORDER_CLOSED: ({ order }, role) => new OrderClosed(new Order(order, role)),
  REVISION_CONFLICT: ({ item }, role) => new ItemRevisionConflict(new Item(item, item, role)),
  ORDER_REVISION_CONFLICT: ({ order }, role) => new OrderRevisionConflict(new Order(order, role)),
  KEY_REUSED: () => new IdempotencyKeyReused(),
};

/**
 * The typed error for a refusal.
 * @param role of whoever is refused
 */
export function toUserError<Reason extends keyof UserErrors>(
  refusal: RefusalOf<Reason>,
  role: Role,
): UserErrors[Reason] {
  return USER_ERRORS[refusal.refused](refusal, role);
}
