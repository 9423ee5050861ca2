import type { Caller } from '../accounts/caller.js';
import { Role } from '../accounts/role.js';
import { Scope } from '../accounts/scope.js';
import type { Viewer } from '../accounts/viewer.js';
import * as rules from './rules.js';

const RULE_OF = new Map(Object.entries(rules) as Array<[string, rules.Rule]>);
const viewer = { id: 'a', role: Role.BUYER } as Viewer;
const CALLERS: Record<string, Caller> = {
  nobody: { viewer: null, scopes: null },
  person: { viewer, scopes: null },
  reader: { viewer, scopes: [Scope.ORDERS_READ] },
  writer: { viewer, scopes: [Scope.ORDERS_WRITE] },
  revoked: { viewer: null, scopes: [] },
};

test.each([
  ['anyone', ['nobody', 'person', 'reader', 'writer', 'revoked']],
  ['isPerson', ['nobody', 'person']],
  ['known', ['person', 'reader', 'writer']],
  ['signedIn', ['person']],
  ['readsOrders', ['person', 'reader']],
  ['writesOrders', ['person', 'writer']],
  ['isPersonOrReadsOrders', ['nobody', 'person', 'reader']],
] as const)('%s is for %j', (name, allowed) => {
  expect(
    Object.keys(CALLERS).filter((caller) => (RULE_OF.get(name) as rules.Rule)(CALLERS[caller] as Caller) === undefined),
  ).toEqual(allowed);
});
