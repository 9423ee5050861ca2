import type { ApolloCache } from '@apollo/client';
import { readFragment } from '../gql/fragment-masking';
import { SessionDocument, type SessionQuery, ViewerFragmentDoc } from '../gql/graphql';
import { page } from '../ui/page';
import { sessionStore } from '../ui/session-store';

/** What is the same for everybody, and so outlasts a change of person. */
const PUBLIC_FIELDS = new Set(['__typename', 'demoAccounts', 'statusGuide']);

/**
 * Ends what a person had here, who wants that: what was typed, what was read and what is still being read, so that no late
 * answer of theirs comes before whoever is next.
 */
export function leave(): void {
  sessionStore.keepOnly();
  page.openAt('/sign-in');
}

/** Makes the page nobody's, unasked. What was read goes at the next sign-in; until then nothing shows it. */
export function forgetViewer(cache: ApolloCache): void {
  cache.writeQuery({ query: SessionDocument, data: { viewer: null } });
}

/** Makes the page somebody's: whatever was read for another person goes before the first thing of theirs is shown. */
export function enterViewer(cache: ApolloCache, viewer: SessionQuery['viewer']): void {
  // Being signed out unasked and in again loses nothing that was typed; another person gets none of it.
  const account = readFragment(ViewerFragmentDoc, viewer);
  if (account) sessionStore.keepOnly(account.id);
  cache.modify({
    id: 'ROOT_QUERY',
    broadcast: false,
    fields: (value, { fieldName, DELETE }) => (PUBLIC_FIELDS.has(fieldName) ? value : DELETE),
  });
  cache.gc();
  cache.writeQuery({ query: SessionDocument, data: { viewer } });
}
