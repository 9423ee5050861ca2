import {
  buildSchema,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  getOperationAST,
  Kind,
  parse,
} from 'graphql';
import { actualCost } from './actual-cost.js';
import { type FieldCost, operationCost } from './operation-cost.js';

const schema = buildSchema(`
  type Query { thing: Thing, things(first: Int = 5): Page, either: Either, tags: [String] }
  type Page { edges: [Edge], total: Int }
  type Edge { node: Thing }
  type Thing { id: ID, thing: Thing, few: [Thing], many(first: Int = 20): [Thing], dear(first: Int = 20): [Thing] }
  type Other { a: Thing, b: Thing }
  union Either = Thing | Other
  type Mutation { go: Thing }
`);
const dear = (schema.getType('Thing') as GraphQLObjectType).getFields().dear;
Object.assign(dear?.extensions ?? {}, { cost: 7 } satisfies FieldCost);

function costOf(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('one operation');
  const named = document.definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  return operationCost({ schema, operation, fragments: new Map(named.map((one) => [one.name.value, one])), variables });
}

test.each<[string, number]>([
  ['{ __typename tags }', 1],
  ['{ thing { id } }', 1],
  ['{ thing { thing { id } } }', 2],
  ['{ thing { few { id } } }', 1 + 10],
  ['{ thing { many { id } } }', 1 + 20],
  ['{ thing { many(first: 3) { thing { id } } } }', 1 + 3 * 2],
  ['{ thing { dear(first: 3) { id } } }', 1 + 7 + 3],
  ['{ things { total } }', 1],
  ['{ things { edges { node { id } } } }', 1 + 5 * 2],
  ['{ things(first: null) { edges { node { id } } } }', 1 + 5 * 2],
  ['{ things(first: 100000) { edges { node { id } } } }', 1 + 100 * 2],
  ['{ things(first: -3) { edges { node { id } } } }', 1 + 1 * 2],
  ['query ($n: Int) { things(first: $n) { edges { node { id } } } }', 1 + 7 * 2],
  ['{ either { ... on Thing { thing { id } } ... on Other { a { id } b { id } } } }', 1 + 2],
  ['{ thing { id } thing { thing { id } } a: thing { id } }', 2 + 1],
  ['{ ...F ...F } fragment F on Query { thing { id } }', 1],
  ['mutation { go { id } a: go { id } }', 2 * (10 + 1)],
  ['{ __schema { types { name } } }', 1_000],
])('%s costs %i', (query, expected) => {
  expect(costOf(query, { n: 7 }).requested).toBe(expected);
});

test('too deep is refused, and the deepest that is not', () => {
  const deep = (levels: number) => `{ ${'thing { '.repeat(levels)} id ${'}'.repeat(levels)} }`;
  expect(costOf(deep(12)).requested).toBe(12);
  expect(() => costOf(deep(13))).toThrow('deeper than 12');
});

test('lists within lists are refused, by their fields or by a fragment', () => {
  expect(() => costOf('{ thing { many(first: 100) { many(first: 100) { id } } } }')).toThrow('more than 10000');
  expect(() => costOf('{ ...F } fragment F on Query { thing { few { few { few { few { id } } } } } }')).toThrow(
    '10000',
  );
});

test('fragments that double themselves are given up before they take long', () => {
  const levels = Array.from({ length: 11 }, (_, at) => {
    const below = at < 10 ? `...F${at + 1}` : 'id';
    const twins = ['a', 'b', 'c', 'd'].map((key) => `${key}: thing { ${below} }`);
    return `fragment F${at} on Thing { ${twins.join(' ')} }`;
  });
  const begun = performance.now();
  expect(() => costOf(`{ thing { ...F0 } } ${levels.join(' ')}`)).toThrow('more than 10000');
  // Four to the eleventh would take minutes.
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('an answer costs what is in it, and what describes the API its price', () => {
  const cost = costOf('mutation { go { many { id } } }');
  expect(cost.requested).toBe(10 + 1 + 20);
  expect(actualCost(cost, { go: { many: [{ id: 1 }, { id: 2, at: new Date() }, null], tags: ['a'] } })).toBe(
    10 + 1 + 2,
  );
  expect(actualCost(cost, { go: null })).toBe(10);
  const dearly = costOf('{ thing { thing { dear { id } } dear { id } } }');
  expect(actualCost(dearly, { thing: { thing: { dear: [{ id: 1 }] }, dear: null } })).toBe(2 + 7 + 1);
  expect(actualCost(costOf('{ s: __schema { types { name } } }'), { s: { types: [{ name: 'A' }] } })).toBe(1_000);
});
