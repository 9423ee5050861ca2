import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** Whether the request never got an answer of our API, so that trying again is the thing to do. */
export function isUnreachable(error: unknown): boolean {
  return !CombinedGraphQLErrors.is(error);
}

export function hasErrorCode(error: unknown, code: string): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === code);
}
