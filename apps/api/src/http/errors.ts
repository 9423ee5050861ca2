import type { GraphQLFormattedError } from 'graphql';

/** What clients may cause. Everything else is a bug or an outage. */
const EXPECTED_CODES = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'INVALID_CURSOR',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'UNAUTHORIZED',
  'TOO_MANY_OPERATIONS',
  'SUBSCRIPTIONS_ONLY',
]);

/** Whether a client caused it, rather than a bug or an outage. */
export function isExpected({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean {
  return EXPECTED_CODES.has(extensions?.code);
}

/**
 * Lets through what a client caused, without a stack. Logs anything else and answers with one sentence that tells
 * nothing of how the server is made.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (error: unknown) => void,
): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  if (isExpected(formatted)) {
    const { stacktrace: _, ...rest } = extensions ?? {};
    return { message, locations, path, extensions: rest };
  }
  log(error);
  return {
    message: 'Something went wrong on our side. Please try again.',
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
