import { type ExecutionArgs, parse } from 'graphql';
import type { Caller } from '../../accounts/caller.js';
import { Role } from '../../accounts/role.js';
import { Scope } from '../../accounts/scope.js';
import type { Viewer } from '../../accounts/viewer.js';
import { programmeKey } from './programme-key.js';

const BEA = { id: 'acc_1', role: Role.BUYER, name: 'Bea', changeCount: 3 } as Viewer;
const DOCUMENT =
  'subscription ($after: String, $first: Int) { changes(after: $after) { cursor item { history(first: $first) { at } } } }';

interface Asked {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly caller?: Partial<Caller>;
}

function keyOf({ query = DOCUMENT, variables = {}, operationName, caller = {} }: Asked = {}): string {
  const asked = { document: parse(query), variableValues: variables, operationName } as ExecutionArgs;
  return programmeKey(asked, { viewer: BEA, scopes: null, ...caller });
}

const twoOperations = (one: string, other: string) =>
  `subscription ${one} { changes { cursor } } subscription ${other} { changes { at } }`;

test.each<[string, Asked, Asked]>([
  ['the place they begin after', { variables: { after: 'a' } }, { variables: { after: 'b' } }],
  ['a variable that the document has not', { variables: { nonce: 1 } }, { variables: { nonce: 2 } }],
  ['whether they name one', { variables: { after: 'a' } }, {}],
  [
    'what happened to the account before',
    { caller: { viewer: BEA } },
    { caller: { viewer: { ...BEA, changeCount: 9, name: 'Beatrice' } } },
  ],
])('those who differ by %s are told the same', (_what, one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test.each<[string, Asked, Asked]>([
  ['account', {}, { caller: { viewer: { ...BEA, id: 'acc_2' } } }],
  ['role', {}, { caller: { viewer: { ...BEA, role: Role.OPERATOR } } }],
  ['a session and a key', {}, { caller: { scopes: Object.values(Scope) } }],
  ['scopes', { caller: { scopes: [Scope.ORDERS_READ] } }, { caller: { scopes: Object.values(Scope) } }],
  ['document', {}, { query: DOCUMENT.replace('at', 'sequence') }],
  [
    'operation',
    { query: twoOperations('A', 'B'), operationName: 'A' },
    { query: twoOperations('A', 'B'), operationName: 'B' },
  ],
  ['any other variable', { variables: { first: 1 } }, { variables: { first: 2 } }],
  [
    'the order that they follow',
    { query: 'subscription ($id: ID) { itemStatusChanged(orderId: $id) { at } }', variables: { id: 'ord_1' } },
    { query: 'subscription ($id: ID) { itemStatusChanged(orderId: $id) { at } }', variables: { id: 'ord_2' } },
  ],
  [
    'a place that says something else too',
    {
      query: 'subscription ($x: String) { itemStatusChanged(after: $x, orderId: $x) { at } }',
      variables: { x: 'a' },
    },
    {
      query: 'subscription ($x: String) { itemStatusChanged(after: $x, orderId: $x) { at } }',
      variables: { x: 'b' },
    },
  ],
])('those who differ by %s are not', (_what, one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});
