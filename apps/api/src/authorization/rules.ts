import type { Caller } from '../accounts/caller.js';
import { Role } from '../accounts/role.js';
import { Scope } from '../accounts/scope.js';
import type { Viewer } from '../accounts/viewer.js';

// Who may do what, all of it but one thing: which role takes which action on an item or order stands with the other
// rules of these actions, in `orders/rules/item-actions.ts`, because clients are told of them in `allowedActions`.

/** Why somebody is turned away: nobody knows who it is, or it is known and not enough. */
export type Denial = 'UNAUTHENTICATED' | { readonly missing: 'A_SIGN_IN' | Scope };

/** Says whether a field is for whoever asks. `undefined` means yes. */
export type Rule = (caller: Caller) => Denial | undefined;

/** Everybody, also nobody. */
export const anyone: Rule = () => undefined;

/** A person, signed in or not; but no key. */
export const isPerson: Rule = ({ scopes }) => (scopes === null ? undefined : { missing: 'A_SIGN_IN' });

/** Somebody, by whatever credential. What they see of it was settled by the field above. */
export const known: Rule = ({ viewer }) => (viewer === null ? 'UNAUTHENTICATED' : undefined);

/** A person who has signed in. A key acts for its account, and never on the account itself. */
export const signedIn: Rule = (caller) => known(caller) ?? isPerson(caller);

/** Somebody who may look at the orders of their account. */
export const readsOrders: Rule = (caller) => known(caller) ?? hasScope(caller, Scope.ORDERS_READ);

/** Somebody who may act on the orders of their account, and see what became of the ones they act on. */
export const writesOrders: Rule = (caller) => known(caller) ?? hasScope(caller, Scope.ORDERS_WRITE);

/** Your own account, however it was come by, also in the answer to `signIn`; keys need to read orders. */
export const isPersonOrReadsOrders: Rule = (caller) => hasScope(caller, Scope.ORDERS_READ);

function hasScope({ scopes }: Caller, scope: Scope): Denial | undefined {
  return scopes === null || scopes.includes(scope) ? undefined : { missing: scope };
}

/** Whether the viewer may see what belongs to this account. What one may not see does not exist for one. */
export function maySee(viewer: Viewer, accountId: string): boolean {
  return viewer.role === Role.OPERATOR || viewer.id === accountId;
}
