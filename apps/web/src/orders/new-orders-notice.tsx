import { useApolloClient, useFragment } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRole } from '../accounts/session';
import { OrderCardFragmentDoc } from '../gql/graphql';
import { useNews } from '../live/live-context';
import type { News } from '../live/news';
import { useFormats } from '../ui/formats';
import classes from './orders-page.module.css';

interface NewOrdersNoticeProps {
  listed: ReadonlySet<string>;
  needsAttention: boolean;
  search: string;
  /**
   * Shows orders: in the list, or above it where they belong further down.
   * @returns whether the list could be read
   */
  onShow: (ids: readonly string[]) => Promise<boolean>;
}

/**
 * Offers the orders that belong at the top of the list since it was read. They are not put there unasked: a row that
 * slides in under a thumb opens the wrong order.
 */
export function NewOrdersNotice({ listed, needsAttention, search, onShow }: NewOrdersNoticeProps) {
  const t = useTranslations('orders');
  const { list } = useFormats();
  const role = useRole();
  const { cache } = useApolloClient();
  const [waiting, setWaiting] = useState<ReadonlyMap<string, string>>(new Map());

  const onNews = useCallback(
    (news: News) => {
      if (news.kind !== 'order' || search || listed.has(news.orderId)) return;
      const order = cache.readFragment({
        id: cache.identify({ __typename: 'Order', id: news.orderId }),
        fragment: OrderCardFragmentDoc,
        fragmentName: 'OrderCard',
      });
      if (needsAttention ? !order?.attentionCount : !news.placed) return;
      // An empty list has nothing that could be pushed away.
      if (listed.size === 0) void onShow([]);
      else setWaiting((known) => new Map(known).set(news.orderId, news.number));
    },
    [cache, listed, needsAttention, search, onShow],
  );
  useNews(onNews);

  const [shown, setShown] = useState<{ newest: string | undefined }>();
  useEffect(() => {
    if (!shown) return;
    window.scrollTo({ top: 0 });
    // The button that was pressed is gone; what it brought is where the reader wants to be.
    const order = `#${CSS.escape(`order-${shown.newest}`)} button`;
    document.querySelector<HTMLElement>(order)?.focus({ preventScroll: true });
  }, [shown]);

  // Read live: an offer is withdrawn when what it was made for is done with, here or elsewhere.
  const { data: cards } = useFragment({
    fragment: OrderCardFragmentDoc,
    fragmentName: 'OrderCard',
    from: [...waiting.keys()].map((id) => ({ __typename: 'Order' as const, id })),
  });
  const offered = [...waiting].filter(([id], index) => {
    const isDone = needsAttention && cards[index]?.attentionCount === 0;
    return !listed.has(id) && !isDone;
  });
  if (offered.length === 0) return null;

  async function show() {
    const newestFirst = offered.map(([id]) => id).reverse();
    // The page says that it failed; the offer stands.
    if (!(await onShow(newestFirst))) return;
    setWaiting(new Map());
    setShown({ newest: newestFirst[0] });
  }

  const numbers = offered.map(([, number]) => number);

  return (
    <div className={`${classes.notice} ${classes.offer}`}>
      <span>
        {t(needsAttention ? 'changedOrders' : 'newOrders', { count: numbers.length, numbers: list(numbers), role })}
      </span>
      <Button variant="light" onClick={() => void show()}>
        {t('showThem')}
      </Button>
    </div>
  );
}
