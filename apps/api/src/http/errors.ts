import type { GraphQLFormattedError } from 'graphql';

/** All that is told of a bug or an outage. */
export const SOMETHING_WENT_WRONG = 'Something went wrong on our side. Please try again.';

/** What clients may cause. Everything else is a bug or an outage. */
const EXPECTED_CODES = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'DOCUMENT_NOT_KNOWN',
  'INVALID_CURSOR',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'QUERY_TOO_COMPLEX',
  'THROTTLED',
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
 * @param requestId what the log knows the request by
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (error: unknown) => void,
  requestId?: string,
): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  if (isExpected(formatted)) {
    const { stacktrace: _, http: _http, ...rest } = extensions ?? {};
    return { message, locations, path, extensions: rest };
  }
  log(error);
  return {
    message: SOMETHING_WENT_WRONG,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId && { requestId }) },
  };
}
