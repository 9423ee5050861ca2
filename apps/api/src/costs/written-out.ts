import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How many selections an operation of a document comes to where each fragment is written out wherever it is spread. Each
 * fragment is counted once, so that this is quick where writing it out would not be.
 *
 * A fragment that spreads itself counts as if it did not: validation refuses it.
 */
export function selectionsWrittenOut(document: DocumentNode): (operation: OperationDefinitionNode) => number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const counts = new Map<string, number>();

  function ofFragment(name: string): number {
    const known = counts.get(name);
    if (known !== undefined) return known;
    counts.set(name, 0);
    const fragment = fragments.get(name);
    const count = fragment ? ofSet(fragment.selectionSet) : 0;
    counts.set(name, count);
    return count;
  }

  function ofSet({ selections }: SelectionSetNode): number {
    let count = selections.length;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) count += ofFragment(selection.name.value);
      else if (selection.selectionSet) count += ofSet(selection.selectionSet);
    }
    return count;
  }

  return ({ selectionSet }) => ofSet(selectionSet);
}

/** The same of all operations of a document together. */
export function allSelectionsWrittenOut(document: DocumentNode): number {
  const count = selectionsWrittenOut(document);
  return document.definitions.reduce(
    (total, one) => total + (one.kind === Kind.OPERATION_DEFINITION ? count(one) : 0),
    0,
  );
}
