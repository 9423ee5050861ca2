import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Asked } from '../costs/charge.js';
import { checkValidatesSoon, MAX_TOKENS, QueryTooComplex } from '../costs/limits.js';
import { noListInItself } from './no-list-in-itself.rule.js';

/** A subscription that can begin. */
export type Accepted = ExecutionArgs & Asked;

export interface SubscriptionAcceptor {
  /** What can begin, or what speaks against it. */
  accept(payload: SubscribePayload): Accepted | GraphQLError[];
  /** Whether a document was found valid before, and need not be read again. */
  knows(query: string): boolean;
}

/** How many documents are remembered, and how long each may be, in characters. */
const MOST_DOCUMENTS = 50;
const LONGEST_DOCUMENT = 4_000;

/**
 * Makes what parses and validates whatever clients want to subscribe to; an array holds what speaks against it. Valid
 * documents are remembered, because thousands of sockets send the same and would each hold a copy in memory.
 */
export function subscriptionAcceptor(schema: GraphQLSchema, hideSuggestions: boolean): SubscriptionAcceptor {
  const remembered = new Map<string, DocumentNode>();

  const read = (query: string): DocumentNode | GraphQLError[] => {
    const known = remembered.get(query);
    if (known) return known;
    const document = parse(query, { maxTokens: MAX_TOKENS });
    checkValidatesSoon(document);
    const errors = validate(schema, document, [...specifiedRules, noListInItself], { hideSuggestions });
    if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    if (query.length <= LONGEST_DOCUMENT) {
      remembered.set(query, document);
      const [oldest = ''] = remembered.keys();
      if (remembered.size > MOST_DOCUMENTS) remembered.delete(oldest);
    }
    return document;
  };

  const accept = ({ query, operationName, variables }: SubscribePayload) => {
    try {
      const document = read(query);
      if (Array.isArray(document)) return document;
      const operation = getOperationAST(document, operationName);
      if (!operation) {
        const message = operationName
          ? `The document has no operation named "${operationName}".`
          : 'The document has several operations, and none is named.';
        return [new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })];
      }
      if (operation.operation !== 'subscription') {
        const message = 'Only subscriptions are served over WebSocket.';
        return [new GraphQLError(message, { extensions: { code: 'SUBSCRIPTIONS_ONLY' } })];
      }
      // Leaving out the only field would leave graphql-js with nothing to subscribe to.
      if (operation.selectionSet.selections.some(({ directives }) => directives?.length)) {
        const message = 'The field of a subscription takes no directives.';
        return [new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })];
      }
      const variableErrors = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}).errors;
      if (variableErrors) return variableErrors.map((error) => withCode(error, 'BAD_USER_INPUT'));
      return { schema, document, operationName, variableValues: variables, operation, variables };
    } catch (error) {
      if (error instanceof QueryTooComplex) return [error];
      if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
      throw error;
    }
  };
  return { accept, knows: (query) => remembered.has(query) };
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
