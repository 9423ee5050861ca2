import type { ApolloClient } from '@apollo/client';
import { ChangesDocument, type ChangesSubscription } from '../gql/graphql';
import { hasErrorCode } from '../ui/failures';
import type { OpenStream } from './follow-changes';

export type LiveChange = ChangesSubscription['changes'];

/**
 * The subscription as a stream. It bypasses the cache: apply-change.ts decides what of a change is written there.
 * @param onConnected tells when the socket stands; without it a stream counts as connected from its opening
 */
export function changesStream(
  client: ApolloClient,
  onConnected?: (listener: () => void) => () => void,
): OpenStream<LiveChange> {
  return (after, sink) => {
    const stopListening = onConnected?.(sink.connected);
    if (!onConnected) queueMicrotask(sink.connected);
    const subscription = client
      .subscribe({ query: ChangesDocument, variables: { after }, fetchPolicy: 'no-cache' })
      .subscribe({
        next({ data, error }) {
          if (error) sink.ended(hasErrorCode(error, 'INVALID_CURSOR') ? 'INVALID_CURSOR' : 'DROPPED');
          else if (data) sink.change(data.changes);
        },
        error: () => sink.ended('DROPPED'),
        complete: () => sink.ended('DROPPED'),
      });
    return () => {
      stopListening?.();
      subscription.unsubscribe();
    };
  };
}
