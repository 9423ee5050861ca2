import { type ItemStatus, isErrorStatus, STATUS_FACTS } from '@oops/item-status';
import { Role } from '../../accounts/role.js';
import { OrderState } from '../order-state.js';

/** What can be done to one item. */
export enum ItemAction {
  REPLACE = 'REPLACE',
  KEEP = 'KEEP',
  CANCEL = 'CANCEL',
  REPORT = 'REPORT',
}

/** What can be done to a whole order. */
export enum OrderAction {
  PREPARE_SHIPMENT = 'PREPARE_SHIPMENT',
}

export interface OrderFacts {
  readonly orderState: OrderState;
  /** The role of whoever wants to act. That the order may be seen at all is settled before. */
  readonly role: Role;
}

export interface ItemFacts extends OrderFacts {
  readonly status: ItemStatus;
  /** Whether the buyer chose to leave the item as it is. */
  readonly kept: boolean;
}

/** Why an action is refused. `UNFIT_STATUS`: the item's status does not allow this action. */
export type ActionRefusal = 'NOT_PERMITTED' | 'ORDER_CLOSED' | 'UNFIT_STATUS';

interface ItemActionRule {
  readonly role: Role;
  readonly fits: (item: { status: ItemStatus; kept: boolean }) => boolean;
}

const ITEM_ACTION_RULES: Record<ItemAction, ItemActionRule> = {
  REPLACE: { role: Role.BUYER, fits: ({ status }) => isErrorStatus(status) },
  KEEP: { role: Role.BUYER, fits: ({ status, kept }) => isErrorStatus(status) && !kept },
  // What costs nothing any more was called off or paid back already.
  CANCEL: { role: Role.BUYER, fits: ({ status }) => STATUS_FACTS[status].isCharged },
  REPORT: { role: Role.OPERATOR, fits: () => true },
};

/** Decides whether somebody may do something to an item. `undefined` means yes. */
export function refuseItemAction(action: ItemAction, facts: ItemFacts): ActionRefusal | undefined {
  const rule = ITEM_ACTION_RULES[action];
  if (facts.role !== rule.role) return 'NOT_PERMITTED';
  if (facts.orderState === OrderState.CLOSED) return 'ORDER_CLOSED';
  return rule.fits(facts) ? undefined : 'UNFIT_STATUS';
}

/** Decides whether somebody may do something to an order. `undefined` means yes; items with errors do not hinder. */
export function refuseOrderAction(
  _action: OrderAction,
  { orderState, role }: OrderFacts,
): Exclude<ActionRefusal, 'UNFIT_STATUS'> | undefined {
  if (role !== Role.BUYER) return 'NOT_PERMITTED';
  return orderState === OrderState.CLOSED ? 'ORDER_CLOSED' : undefined;
}

const ITEM_ACTIONS = Object.values(ItemAction);
const ORDER_ACTIONS = Object.values(OrderAction);

/** What somebody may do to an item now, in the order in which to offer it. */
export function allowedItemActions(facts: ItemFacts): ItemAction[] {
  return ITEM_ACTIONS.filter((action) => refuseItemAction(action, facts) === undefined);
}

/** What somebody may do to an order now. */
export function allowedOrderActions(facts: OrderFacts): OrderAction[] {
  return ORDER_ACTIONS.filter((action) => refuseOrderAction(action, facts) === undefined);
}
