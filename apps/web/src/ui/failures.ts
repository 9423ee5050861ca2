import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** The words (in `common` of the catalogue) for why a request came to nothing. */
export function failureWord(error: unknown): 'throttledError' | 'outdatedPage' | 'offlineError' | 'unexpectedError' {
  if (isThrottled(error)) return 'throttledError';
  // The server is of another release than the page, and does not know what it asks.
  if (hasErrorCode(error, 'DOCUMENT_NOT_KNOWN')) return 'outdatedPage';
  // Without an answer of our API, the line is what to look at.
  return CombinedGraphQLErrors.is(error) ? 'unexpectedError' : 'offlineError';
}

/** Whether the server, or a proxy before it, refused for a while because too much was asked. Nothing was done. */
function isThrottled(error: unknown): boolean {
  return hasErrorCode(error, 'THROTTLED') || (ServerError.is(error) && error.statusCode === 429);
}

export function hasErrorCode(error: unknown, code: string): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === code);
}

/**
 * Whether what was sent may have been done all the same: there was no answer, or one that tells of a fault and not of
 * what was asked. The server may have committed before either.
 */
export function mayHaveArrived(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode >= 500;
  return !CombinedGraphQLErrors.is(error) || hasErrorCode(error, 'INTERNAL_SERVER_ERROR');
}
