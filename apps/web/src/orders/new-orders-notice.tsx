import { useApolloClient, useFragment } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
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
  /** @returns whether the list could be read */
  onShow: () => Promise<boolean>;
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
      if (listed.size === 0) void onShow();
      else setWaiting((known) => new Map(known).set(news.orderId, news.number));
    },
    [cache, listed, needsAttention, search, onShow],
  );
  useNews(onNews);

  // Read live: an offer is withdrawn when what it was made for is done with, here or elsewhere.
  const { data: cards } = useFragment({
    fragment: OrderCardFragmentDoc,
    fragmentName: 'OrderCard',
    from: [...waiting.keys()].map((id) => ({ __typename: 'Order' as const, id })),
  });
  const numbers = [...waiting].flatMap(([id, number], index) => {
    const isDone = needsAttention && cards[index]?.attentionCount === 0;
    return listed.has(id) || isDone ? [] : [number];
  });
  if (numbers.length === 0) return null;

  async function show() {
    const [newest] = [...waiting.keys()].reverse();
    // The page says that it failed; the offer stands.
    if (!(await onShow())) return;
    setWaiting(new Map());
    window.scrollTo({ top: 0 });
    // The button that was pressed is gone; what it brought is where the reader wants to be.
    document.querySelector<HTMLElement>(`#${CSS.escape(`order-${newest}`)} button`)?.focus({ preventScroll: true });
  }

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
