import type { ApolloClient } from '@apollo/client';
import { OrderItemsDocument } from '../gql/graphql';

/**
 * Drops the items of every order that nothing on the page shows, so that they are read anew when it is opened. What is
 * shown is left alone: it has been read again already, and must not vanish for a moment.
 */
export function forgetUnseenItems(client: ApolloClient): void {
  const { cache } = client;
  const shown = new Set<string | undefined>();
  for (const { query, variables } of client.getObservableQueries('active'))
    if (query === OrderItemsDocument) shown.add(cache.identify({ __typename: 'Order', id: String(variables.id) }));
  for (const id of Object.keys(cache.extract() as object))
    if (id.startsWith('Order:') && !shown.has(id))
      cache.modify({
        id,
        broadcast: false,
        fields: { items: (_, { DELETE }) => DELETE, merchants: (_, { DELETE }) => DELETE },
      });
}
