import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * A validation rule: no list may be asked for again below itself (an order's items, of each item its order, of that the
 * items …). Each round would multiply the work and the answer by the length of the list, and tell nothing new.
 */
export function noListInItself(context: ValidationContext): ASTVisitor {
  const fragmentOf = (name: string): FragmentDefinitionNode | null | undefined => context.getFragment(name);

  /** Walks a selection below the lists and fragments already entered; says the first list that comes again. */
  function repeated(set: SelectionSetNode, type: GraphQLNamedType, entered: ReadonlySet<string>): string | undefined {
    for (const selection of set.selections) {
      const found = repeatedIn(selection, type, entered);
      if (found) return found;
    }
    return undefined;
  }

  function repeatedIn(
    selection: SelectionSetNode['selections'][number],
    type: GraphQLNamedType,
    entered: ReadonlySet<string>,
  ): string | undefined {
    const typeNamed = (name: string | undefined) => (name ? context.getSchema().getType(name) : undefined) ?? type;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return repeated(selection.selectionSet, typeNamed(selection.typeCondition?.name.value), entered);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragmentOf(selection.name.value);
      const mark = `...${selection.name.value}`;
      // Fragments that spread themselves are another rule's concern.
      if (!fragment || entered.has(mark)) return undefined;
      return repeated(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), new Set([...entered, mark]));
    }
    if (!selection.selectionSet || !(isObjectType(type) || isInterfaceType(type))) return undefined;
    const field = type.getFields()[selection.name.value];
    if (!field) return undefined;
    const list = isListOfObjects(field.type) ? `${type.name}.${field.name}` : undefined;
    if (list && entered.has(list)) return list;
    return repeated(selection.selectionSet, getNamedType(field.type), list ? new Set([...entered, list]) : entered);
  }

  return {
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation);
      const list = root && repeated(operation.selectionSet, root, new Set());
      if (list) {
        context.reportError(new GraphQLError(`${list} may not be asked for below itself.`, { nodes: [operation] }));
      }
    },
  };
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}
