import { useApolloClient } from '@apollo/client/react';
import { statusLabel } from '@oops/item-status';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { enterViewer } from '../accounts/session-cache';
import { readFragment } from '../gql/fragment-masking';
import {
  ItemRowFragmentDoc,
  OrderCardFragmentDoc,
  OrderItemsDocument,
  SessionDocument,
  ViewerFragmentDoc,
} from '../gql/graphql';
import { page } from '../ui/page';
import { Announcer, useAnnouncements } from './announcer';
import { applyServerWord } from './apply-change';
import { changesStream, type LiveChange } from './changes-stream';
import { ConnectionNotice } from './connection-notice';
import { type FollowState, followChanges } from './follow-changes';
import { forgetUnseenItems } from './forget-unseen';
import { FollowStateContext, type Live, LiveContext } from './live-context';
import { NewsChannel } from './news';
import { OwnActs } from './own-acts';
import { ReadAgain } from './read-again';

interface LiveProviderProps {
  /** Where the viewer's changes stood when the page was opened. */
  cursor: string;
  onConnected?: (listener: () => void) => () => void;
  children: ReactNode;
}

/** Keeps what the page shows current for as long as somebody is signed in. */
export function LiveProvider({ cursor, onConnected, children }: LiveProviderProps) {
  const client = useApolloClient();
  const t = useTranslations('live');
  const [state, setState] = useState<FollowState>('connecting');
  // The follower keeps its own place; a cursor that the session query reads later must not send it back.
  const [start] = useState(cursor);
  const { announcement, announce } = useAnnouncements();
  const [live] = useState<Live>(() => ({ news: new NewsChannel(), ownActs: new OwnActs(), announce }));

  const [readAgain] = useState(() => new ReadAgain());
  useEffect(() => () => readAgain.stop(), [readAgain]);

  const onChange = useCallback(
    (change: LiveChange) => {
      const own = live.ownActs.includes(change.cursor, change.item?.id);
      const isNews = applyServerWord(client.cache, change);
      const order = readFragment(OrderCardFragmentDoc, change.order);
      if (change.kind === 'ORDER_CLOSED') {
        // Closing changes what every item allows, and the change itself carries none of them.
        const variables = { id: order.id };
        if (client.cache.readQuery({ query: OrderItemsDocument, variables }))
          readAgain.until(order.id, () =>
            client.query({ query: OrderItemsDocument, variables, fetchPolicy: 'network-only' }),
          );
      }
      if (own || !isNews) return;
      live.news.publish({
        kind: 'order',
        orderId: order.id,
        number: order.number,
        placed: change.kind === 'ORDER_PLACED',
      });
      if (change.item) {
        const item = readFragment(ItemRowFragmentDoc, change.item);
        live.news.publish({ kind: 'item', itemId: item.id, orderId: order.id });
        announce(
          change.kind === 'ITEM_KEPT'
            ? t('itemKept', { name: item.productName })
            : t('itemChanged', { name: item.productName, status: statusLabel(item.status) }),
        );
      } else if (change.kind === 'ORDER_CLOSED') announce(t('orderClosed', { number: order.number }));
      else if (change.kind === 'ORDER_PLACED') announce(t('orderPlaced', { number: order.number }));
    },
    [client, live, announce, t, readAgain],
  );

  useEffect(() => {
    const readSession = async () => {
      const { data } = await client.query({ query: SessionDocument, fetchPolicy: 'no-cache' });
      const viewer = readFragment(ViewerFragmentDoc, data?.viewer);
      const known = readFragment(ViewerFragmentDoc, client.cache.readQuery({ query: SessionDocument })?.viewer);
      // Somebody else may have signed in in another tab; then nothing read for the one before may be shown, nor what is
      // being read for them.
      if (data && viewer?.id !== known?.id) {
        enterViewer(client.cache, data.viewer);
        if (viewer) page.reload();
      } else if (data) client.cache.writeQuery({ query: SessionDocument, data });
      return viewer;
    };
    const follower = followChanges<LiveChange>({
      open: changesStream(client, onConnected),
      cursor: start,
      onChange,
      onState: setState,
      // When the session has ended, the answer empties the viewer in the cache, and with it the page and this follower.
      beforeRetry: readSession,
      async recover() {
        const viewer = await readSession();
        if (!viewer) throw new Error('signed out');
        await client.refetchQueries({ include: 'active' });
        forgetUnseenItems(client);
        return viewer.latestChangeCursor;
      },
    });
    const onOnline = () => follower.restart();
    const onVisible = () => {
      if (document.visibilityState === 'visible') follower.retryNow();
    };
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisible);
      follower.stop();
    };
  }, [client, onConnected, start, onChange]);

  return (
    <LiveContext.Provider value={live}>
      <FollowStateContext.Provider value={state}>
        {children}
        <ConnectionNotice />
        <Announcer announcement={announcement} />
      </FollowStateContext.Provider>
    </LiveContext.Provider>
  );
}
