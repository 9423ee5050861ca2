import { type DocumentNode, type GraphQLSchema, parse, SingleFieldSubscriptionsRule, validate } from 'graphql';
import { MAX_TOKENS } from '../costs/limits.js';

/**
 * Whether graphql-js would break off validating a document, which Apollo Server takes for a fault of its own: a
 * subscription that leaves a field out by a variable, as in `@skip(if: $x)`.
 */
export function breaksValidation(schema: GraphQLSchema, query: unknown): boolean {
  if (typeof query !== 'string' || !query.includes('subscription')) return false;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MAX_TOKENS });
  } catch {
    return false;
  }
  try {
    validate(schema, document, [SingleFieldSubscriptionsRule]);
    return false;
  } catch {
    return true;
  }
}
