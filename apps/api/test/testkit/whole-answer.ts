import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** How far below a root field an operation looks. */
const DEPTH = 3;

/** How many entries of the lists below, since those within one another cost more than an operation may. */
const FEW = 3;

/**
 * Writes an operation that asks a root field for all that it can answer, some levels deep, whatever its type. Values
 * stand in variables named as the arguments.
 */
export function wholeOperation(
  schema: GraphQLSchema,
  operation: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${type}`);
  const passed = field.args.map(({ name }) => `${name}: $${name}`);
  const list = (parts: string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');
  const selected = selectionOf(schema, getNamedType(field.type), DEPTH, new Set());
  return `${operation} ${list(declared)} { ${field.name}${list(passed)} ${selected} }`;
}

/** @param above the types that lie above: none is asked for within itself */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, above: ReadonlySet<string>): string {
  if (!isCompositeType(type)) return '';
  const objects = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  const parts = objects.map((object) => {
    const fields = Object.values(object.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      if (field.args.some(isRequiredArgument)) return [];
      // Members of a union may have fields of one name and several types. Aliases are few: a document may have only so many.
      const isAmbiguous = objects.some((other) => {
        const theirs = other.getFields()[field.name];
        return theirs !== undefined && String(theirs.type) !== String(field.type);
      });
      const called = isAmbiguous ? `${object.name}_${field.name}: ${field.name}` : field.name;
      const named = field.args.some(({ name }) => name === 'first') ? `${called}(first: ${FEW})` : called;
      if (isLeafType(inner)) return [named];
      if (depth === 0 || above.has(inner.name) || isInterfaceType(inner)) return [];
      return [`${named} ${selectionOf(schema, inner, depth - 1, new Set([...above, object.name, inner.name]))}`];
    });
    return `... on ${object.name} { ${fields.join(' ')} }`;
  });
  return `{ __typename ${parts.join(' ')} }`;
}
