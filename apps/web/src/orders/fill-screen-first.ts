import { ApolloLink } from '@apollo/client';
import { concatMap, from, of } from 'rxjs';
import type { OrderItemsQuery } from '../gql/graphql';
import { screenFilled } from '../ui/screen-filled';
import { LARGE } from './large-order';

/**
 * Holds back all the items of a large order until its first rows are on the screen: Apollo Client then takes a phone half a
 * second to write them into its cache and read them again.
 */
export const fillScreenFirst = new ApolloLink((operation, forward) => {
  const answers = forward(operation);
  if (operation.operationName !== 'OrderItems') return answers;
  return answers.pipe(
    concatMap((result) => {
      const count = (result.data as Partial<OrderItemsQuery> | null | undefined)?.order?.items.length ?? 0;
      return count < LARGE ? of(result) : from(screenFilled().then(() => result));
    }),
  );
});
