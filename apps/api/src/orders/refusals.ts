import type { Violation } from '@oops/item-status';
import type { ItemRow, OrderRow } from './rows.js';

/** Why a use case changes nothing, with what is needed to go on. */
interface Refusals {
  INVALID_INPUT: { readonly violations: readonly Violation[] };
  NOT_FOUND: object;
  NOT_PERMITTED: object;
  ORDER_CLOSED: { readonly order: OrderRow };
  UNFIT_STATUS: { readonly item: ItemRow };
  REVISION_CONFLICT: { readonly item: ItemRow };
  ORDER_REVISION_CONFLICT: { readonly order: OrderRow };
  KEY_REUSED: object;
}

/** Some of the refusals: those that one use case can come to. Resolvers turn them into the typed errors of the API. */
export type RefusalOf<Reason extends keyof Refusals> = {
  [Each in Reason]: { readonly refused: Each } & Refusals[Each];
}[Reason];

export type Refusal = RefusalOf<keyof Refusals>;
