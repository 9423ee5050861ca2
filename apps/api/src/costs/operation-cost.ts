import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { innerOf, type Outline } from './actual-cost.js';
import { MAX_COST, MAX_DEPTH, MAX_MUTATIONS, QueryTooComplex } from './limits.js';

/** What a field costs beyond the objects it answers, and how many those are: `@Extensions` of a field, where it is told. */
export interface FieldCost {
  /** Points for the field itself. */
  readonly cost?: number;
  /** How many entries a list counts as that cannot be asked for page by page. */
  readonly assumedSize?: number;
}

/** A mutation locks, writes and records. */
const MUTATION_COST = 10;

/** What describes the API is of one size, however it is asked for. */
const INTROSPECTION_COST: Readonly<Record<string, number>> = { __schema: 1_000, __type: 100 };

/** How many entries a short list counts as, such as the violations of an input. */
const SHORT_LIST = 10;

/** The most entries of a page: a list asked for with more is refused by its field. */
const MAX_PAGE = 100;

/** What an operation would cost at most, and what of it does not depend on the answer. All in points. */
export interface OperationCost {
  readonly requested: number;
  readonly fixed: number;
  /** The keys of the answer that `fixed` has paid for, with all below them. */
  readonly paid: ReadonlySet<string>;
  /** Where in the answer objects can be. */
  readonly outline: Outline;
  /** The fields that are asked for, such as `Order.items`. */
  readonly fields: ReadonlySet<string>;
  /** The variables that say how long pages are; of all values only theirs count. */
  readonly sizeVariables: ReadonlySet<string>;
}

/** A valid operation, with the values of its variables. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Works out what an operation may cost: a point for each object that it could answer. It walks as execution would, each
 * list once, and gives up as soon as it is too much, so that it costs little itself.
 * @throws QueryTooComplex above MAX_COST points, MAX_DEPTH levels or MAX_MUTATIONS mutations
 */
export function operationCost(asked: Operation): OperationCost {
  const { schema, operation, variables } = asked;
  const fieldsAsked = new Set<string>();
  const sizeVariables = new Set<string>();
  let steps = 0;

  /** The fields that a selection comes to on objects of a type, those with the same key together. */
  function collect(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    fields = new Map<string, FieldNode[]>(),
    entered = new Set<string>(),
  ): Map<string, FieldNode[]> {
    for (const selection of sets.flatMap((set) => set.selections)) {
      steps += 1;
      if (steps > MAX_COST) throw new QueryTooComplex(`costs more than ${MAX_COST} points`);
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      let fragment: FragmentDefinitionNode | typeof selection | undefined;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { value: name } = selection.name;
        fragment = entered.has(name) ? undefined : asked.fragments.get(name);
        entered.add(name);
      } else fragment = selection;
      if (!fragment || !('selectionSet' in fragment)) continue;
      const condition = fragment.typeCondition && typeFromAST(schema, fragment.typeCondition);
      const applies =
        !condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
      if (applies) collect(type, [fragment.selectionSet], fields, entered);
    }
    return fields;
  }

  function costOf(
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    page: number,
    depth: number,
    outline: Outline,
  ) {
    const named = getNamedType(field.type);
    const { cost: own = 0, assumedSize } = field.extensions as FieldCost;
    if (isLeafType(named)) return own;
    if (depth > MAX_DEPTH) throw new QueryTooComplex(`goes deeper than ${MAX_DEPTH} levels`);
    const size = pageSizeOf(field, nodes[0] as FieldNode);
    const isList = isListType(getNullableType(field.type));
    const count = isList ? (size ?? assumedSize ?? page) : 1;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const types = isObjectType(named) ? [named] : isAbstractType(named) ? schema.getPossibleTypes(named) : [];
    // Connections hand their size to the list of their edges.
    const inner = innerOf(outline, nodes[0] as FieldNode, own);
    const below = types.map((type) => objectCost(type, sets, isList ? SHORT_LIST : (size ?? SHORT_LIST), depth, inner));
    const total = own + count * (1 + Math.max(...below));
    if (total > MAX_COST) throw new QueryTooComplex(`costs more than ${MAX_COST} points`);
    return total;
  }

  function objectCost(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    page: number,
    depth: number,
    outline: Outline,
  ): number {
    let cost = 0;
    for (const nodes of collect(type, sets).values()) {
      const field = type.getFields()[(nodes[0] as FieldNode).name.value];
      if (!field) continue;
      fieldsAsked.add(`${type.name}.${field.name}`);
      cost += costOf(field, nodes, page, depth + 1, outline);
    }
    return cost;
  }

  function pageSizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
    const first = field.args.find(({ name }) => name === 'first');
    if (!first) return undefined;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (given?.kind === Kind.VARIABLE) sizeVariables.add(given.name.value);
    const asked = getArgumentValues(field, node, variables).first ?? first.defaultValue;
    return Math.min(MAX_PAGE, Math.max(1, Number(asked)));
  }

  const root = schema.getRootType(operation.operation);
  let [requested, fixed] = [0, 0];
  const paid = new Set<string>();
  const outline: Outline = [];
  const fields = root ? collect(root, [operation.selectionSet]) : new Map<string, FieldNode[]>();
  if (operation.operation === 'mutation' && fields.size > MAX_MUTATIONS)
    throw new QueryTooComplex(`has more than ${MAX_MUTATIONS} mutations`);
  for (const [key, nodes] of fields) {
    const { value: name } = (nodes[0] as FieldNode).name;
    const field = root?.getFields()[name];
    const own = INTROSPECTION_COST[name];
    if (own) {
      refuseAliases(nodes, asked.fragments);
      paid.add(key);
    }
    fixed += own ?? (operation.operation === 'mutation' ? MUTATION_COST : 0);
    fixed += (field?.extensions as FieldCost | undefined)?.cost ?? 0;
    requested += own ?? (operation.operation === 'mutation' ? MUTATION_COST : 0);
    if (!field) continue;
    fieldsAsked.add(`${root?.name}.${name}`);
    requested += costOf(field, nodes, SHORT_LIST, 1, outline);
  }
  if (requested > MAX_COST) throw new QueryTooComplex(`costs more than ${MAX_COST} points`);
  // Nothing is for nothing, or it could be asked for without end.
  return { requested: Math.max(1, requested), fixed, paid, outline, fields: fieldsAsked, sizeVariables };
}

/**
 * What describes the API is of one size as long as each of its fields is asked for once.
 * @throws QueryTooComplex where one below has another name
 */
function refuseAliases(nodes: readonly FieldNode[], fragments: Operation['fragments']): void {
  const entered = new Set<string>();
  const look = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD && selection.alias)
        throw new QueryTooComplex('gives other names to what describes the API');
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) look(selection.selectionSet);
        continue;
      }
      const { value: name } = selection.name;
      const fragment = entered.has(name) ? undefined : fragments.get(name);
      entered.add(name);
      if (fragment) look(fragment.selectionSet);
    }
  };
  for (const { selectionSet } of nodes) if (selectionSet) look(selectionSet);
}
