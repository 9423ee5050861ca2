import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  type ValidationContext,
} from 'graphql';

/** What stands anywhere below a field, or in a fragment, without what the fragments there hold. */
interface Below {
  /** Lists of objects, such as `Order.items`. */
  readonly lists: Set<string>;
  /** Names of fragments. */
  readonly spreads: Set<string>;
}

interface ListField extends Below {
  readonly name: string;
  readonly node: ASTNode;
}

const nothing = (): Below => ({ lists: new Set(), spreads: new Set() });

/**
 * A validation rule: no list may be asked for again below itself (an order's items, of each item its order, of that the
 * items …). Each round would multiply the work and the answer by the length of the list, and tell nothing new.
 *
 * Each definition is walked once, however often it is spread: a short document can spread fragments within fragments a
 * million times.
 */
export function noListInItself(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Below>();
  const found: ListField[] = [];
  /** What encloses the place that the walk has come to. */
  let open: Array<Below | ListField> = [];

  /** Whether a list stands below another, in fragments too. */
  function holds(below: Below, list: string, entered = new Set<string>()): boolean {
    if (below.lists.has(list)) return true;
    for (const name of below.spreads) {
      const fragment = entered.has(name) ? undefined : fragments.get(name);
      entered.add(name);
      if (fragment && holds(fragment, list, entered)) return true;
    }
    return false;
  }

  return {
    OperationDefinition() {
      open = [];
    },
    FragmentDefinition({ name }) {
      const fragment = nothing();
      fragments.set(name.value, fragment);
      open = [fragment];
    },
    FragmentSpread({ name }) {
      for (const { spreads } of open) spreads.add(name.value);
    },
    Field: {
      enter(node) {
        const [type, field] = [context.getParentType(), context.getFieldDef()];
        if (!type || !field || !isListOfObjects(field.type)) return;
        const name = `${type.name}.${field.name}`;
        for (const { lists } of open) lists.add(name);
        open.push({ ...nothing(), name, node });
      },
      leave(node) {
        const last = open.at(-1);
        if (!last || !('node' in last) || last.node !== node) return;
        open.pop();
        found.push(last);
      },
    },
    Document: {
      leave() {
        const list = found.find((one) => holds(one, one.name));
        if (!list) return;
        context.reportError(new GraphQLError(`${list.name} may not be asked for below itself.`, { nodes: list.node }));
      },
    },
  };
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}
