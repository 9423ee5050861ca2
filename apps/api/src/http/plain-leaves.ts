import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Whether a document asks for no enum that goes by other names in here than out there: the rest is told as it is. */
export function hasPlainLeaves(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isPlain = true;
  const visitor = visitWithTypeInfo(types, {
    Field() {
      const type = getNamedType(types.getType());
      if (isEnumType(type)) isPlain &&= type.getValues().every(({ name, value }) => name === value);
    },
  });
  visit(document, visitor);
  return isPlain;
}
