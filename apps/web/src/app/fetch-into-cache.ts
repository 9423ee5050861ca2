import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';

interface Question<TData, TVariables extends OperationVariables> {
  readonly query: TypedDocumentNode<TData, TVariables>;
  readonly variables: TVariables;
}

/**
 * Asks the server for what the cache does not hold, and has it at hand then. Writing hundreds of items into the cache and
 * reading them again each take a phone a tenth of a second, a page of orders half of that: they are tasks of their own,
 * between which it answers presses.
 * @param nextTask resolves when the reading may begin
 * @throws what `ApolloClient.query` does
 */
export async function fetchIntoCache<TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  question: Question<TData, TVariables>,
  nextTask: () => Promise<void>,
): Promise<void> {
  const read = () => client.readQuery({ ...question, optimistic: true });
  if (read()) return;
  const { data } = await client.query<unknown, OperationVariables>({ ...question, fetchPolicy: 'no-cache' });
  if (!data) return;
  client.writeQuery<unknown, OperationVariables>({ ...question, data });
  await nextTask();
  read();
}
