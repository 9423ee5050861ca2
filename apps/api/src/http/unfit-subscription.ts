import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  SingleFieldSubscriptionsRule,
  validate,
} from 'graphql';
import { MAX_TOKENS } from '../costs/limits.js';

/**
 * What speaks against a document that graphql-js would break off validating, which Apollo Server takes for a fault of its
 * own: a subscription that leaves a field out by a variable, as in `@skip(if: $x)`.
 */
export function unfitSubscription(schema: GraphQLSchema, query: unknown): GraphQLError | undefined {
  if (typeof query !== 'string' || !query.includes('subscription')) return undefined;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MAX_TOKENS });
  } catch {
    return undefined;
  }
  try {
    validate(schema, document, [SingleFieldSubscriptionsRule]);
    return undefined;
  } catch {
    return new GraphQLError('The field of a subscription takes no directives.', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
    });
  }
}
