import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';

/**
 * Makes an operation do each of its mutations once, however often it is run: whoever runs it again, to word an error of its
 * answer, is handed what the mutation came to before.
 */
export function doneOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) throw new Error(`nothing is done by ${field.name}`);
    field.resolve = once(resolve);
  }
  return schema;
}

function once(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (source, args, context, info) => {
    const { done } = context.operation;
    const [node] = info.fieldNodes;
    // The keys of an answer are distinct, and each is of one mutation.
    const key = node?.alias?.value ?? info.fieldName;
    if (!done.has(key)) done.set(key, resolve(source, args, context, info));
    return done.get(key);
  };
}
