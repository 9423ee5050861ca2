import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { type FragmentType, readFragment } from '../gql/fragment-masking';
import { ItemAndOrderFragmentDoc, type OrderCardFragmentDoc } from '../gql/graphql';
import { applyServerWord } from '../live/apply-change';
import { useLive } from '../live/live-context';
import { within } from '../ui/within';

/** Longer than any answer takes on a bad line; somebody who waits must be told something in the end. */
export const ANSWER_WITHIN_MS = 30_000;

/** What the members of the result unions carry besides their words. */
interface Answer {
  readonly __typename: string;
  readonly item?: FragmentType<typeof ItemAndOrderFragmentDoc>;
  readonly order?: { readonly id: string } & FragmentType<typeof OrderCardFragmentDoc>;
  readonly change?: { readonly cursor: string };
}

/**
 * Sends one act on an item and writes what the answer says of the item and its order, be it a success or a refusal.
 * The same guard as for live changes applies, so the mutation itself does not write to the cache.
 */
export function useServerAct() {
  const client = useApolloClient();
  const { ownActs } = useLive();
  return useCallback(
    async <TData extends object, TVariables extends OperationVariables>(
      itemId: string,
      mutation: TypedDocumentNode<TData, TVariables>,
      variables: TVariables,
    ): Promise<TData[keyof TData]> => {
      const answered = ownActs.begin(itemId);
      let answer: Answer | undefined;
      try {
        const { data } = await within(ANSWER_WITHIN_MS, (signal) =>
          client.mutate<TData, TVariables>({
            mutation,
            variables: variables as never,
            fetchPolicy: 'no-cache',
            context: { fetchOptions: { signal } },
          }),
        );
        answer = Object.values(data as object).find((value) => typeof value === 'object') as Answer;
        const item = answer.item && readFragment(ItemAndOrderFragmentDoc, answer.item);
        applyServerWord(client.cache, { item, order: item?.order ?? answer.order });
        return answer as TData[keyof TData];
      } finally {
        answered(answer?.change?.cursor);
      }
    },
    [client, ownActs],
  );
}
