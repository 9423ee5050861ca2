import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { forgetViewer } from '../accounts/session-cache';
import possibleTypes from '../gql/possible-types';
import { keepLaterWords } from '../live/later-words';
import { fillScreenFirst } from '../orders/fill-screen-first';
import { keepPages } from '../orders/keep-pages';
import { hasErrorCode } from '../ui/failures';
import { fetchUnlessAsked } from './early-answers';

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    ...possibleTypes,
    typePolicies: {
      Query: { fields: { orders: keepPages(['filter']), mails: keepPages(['filter']) } },
      Order: { fields: { items: { merge: false }, merchants: { merge: false }, buyer: { merge: false } } },
      Item: { fields: { merchant: { merge: false }, evidence: { merge: false } } },
      Change: { keyFields: ['cursor'] },
      // The guide is a constant of the server: its entries are told apart by what they explain.
      StatusGuideEntry: { keyFields: ['status'] },
    },
  });
}

/**
 * @param transport what carries operations to the server. Tests give one of their own, the page HTTP and a socket.
 */
export function createApolloClient(transport: ApolloLink): ApolloClient {
  const cache = createCache();
  const client = new ApolloClient({
    cache,
    link: ApolloLink.from([
      new ErrorLink(({ error }) => {
        // Whoever notices first that the session has ended: the page then shows the sign-in and comes back after it.
        if (hasErrorCode(error, 'UNAUTHENTICATED')) forgetViewer(cache);
      }),
      // Around what holds answers back, for more may come live meanwhile.
      keepLaterWords,
      fillScreenFirst,
      transport,
    ]),
  });
  return client;
}

export function createHttpTransport(): HttpLink {
  return new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchUnlessAsked });
}
