import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Whether the request never got an answer of our API, so that trying again is the thing to do. */
export function isUnreachable(error: unknown): boolean {
  return !CombinedGraphQLErrors.is(error);
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
