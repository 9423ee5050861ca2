import { GraphQLError, type GraphQLFormattedError } from 'graphql';

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
 * What graphql-js says, without a code, of an argument that turns out not to fit as the operation runs: null came for a
 * variable that has a default, where there must be a value.
 */
const UNFIT_ARGUMENT = /^Argument ".*" (has invalid value|of (required|non-null) type)/;

function isUnfitArgument({ message }: GraphQLFormattedError, error: unknown): boolean {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : undefined;
  return cause instanceof GraphQLError && cause.extensions.code === undefined && UNFIT_ARGUMENT.test(message);
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
  if (isUnfitArgument(formatted, error)) return { message, locations, path, extensions: { code: 'BAD_USER_INPUT' } };
  log(error);
  return {
    message: SOMETHING_WENT_WRONG,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId && { requestId }) },
  };
}
