import { type DocumentNode, Kind, type OperationDefinitionNode, type ValueNode, visit } from 'graphql';
import { selectionsWrittenOut } from '../costs/written-out.js';

/**
 * The most selections of an operation that is compiled, with its fragments written out: some 8 ms, in which nobody else is
 * served, and 350 kB. Those of the page have up to 160.
 */
const MAX_SELECTIONS = 300;

/**
 * Whether the compiled operation would answer as graphql-js does, and is worth compiling. Not so, of graphql-jit 0.8:
 * - with `@skip` or `@include`: it notes the condition of one place at all places that share the selection, other
 *   operations' too;
 * - with a variable that has a default inside of a list or an input: given as null, it hands on null also where there must
 *   be a value.
 */
export function isCompilable(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  return selectionsWrittenOut(document)(operation) <= MAX_SELECTIONS && !isMistaken(document);
}

function isMistaken(document: DocumentNode): boolean {
  let hasDirectives = false;
  const withDefault = new Set<string>();
  const inside = new Set<string>();
  const note = (value: ValueNode) => {
    if (value.kind === Kind.VARIABLE) inside.add(value.name.value);
  };
  visit(document, {
    Directive() {
      hasDirectives = true;
    },
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue) withDefault.add(variable.name.value);
    },
    ObjectField({ value }) {
      note(value);
    },
    ListValue({ values }) {
      for (const value of values) note(value);
    },
  });
  return hasDirectives || [...withDefault].some((name) => inside.has(name));
}
