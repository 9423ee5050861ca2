import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readFragment } from '../gql/fragment-masking';
import { LinkedOrderDocument, OrderCardFragmentDoc } from '../gql/graphql';
import { FailureNotice } from '../ui/failure-notice';
import { OrderCard } from './order-card';
import cardClasses from './order-card.module.css';
import classes from './orders-page.module.css';

/**
 * The orders that the link opens and that the first page of the list does not hold. Which those are is settled once, and
 * they stay above the list even when it grows to where they belong: nothing moves under the reader. `link` puts others
 * beside them, once they are read.
 */
export function useLinkedOrders(open: readonly string[], listed: readonly { id: string }[] | undefined) {
  const client = useApolloClient();
  const [linked, setLinked] = useState<ReadonlySet<string>>();
  const settled = linked ?? (listed && new Set(open.filter((id) => !listed.some((order) => order.id === id)))) ?? NONE;
  if (!linked && listed) setLinked(settled);

  const link = useCallback(
    async (ids: readonly string[]) => {
      // What fails is told of in the place of the order.
      const read = (id: string) => client.query({ query: LinkedOrderDocument, variables: { id } }).catch(() => {});
      await Promise.all(ids.map(read));
      setLinked((known) => new Set([...ids, ...(known ?? [])]));
    },
    [client],
  );
  return { linked: settled, link };
}

const NONE: ReadonlySet<string> = new Set();

interface LinkedOrdersProps {
  ids: ReadonlySet<string>;
  open: readonly string[];
  onToggle: (id: string) => void;
}

export function LinkedOrders({ ids, open, onToggle }: LinkedOrdersProps) {
  const arrivedAt = useRef(open[0]);
  useEffect(() => {
    if (arrivedAt.current) document.getElementById(`order-${arrivedAt.current}`)?.scrollIntoView({ block: 'nearest' });
  }, []);

  if (ids.size === 0) return null;
  return (
    <ul className={classes.list}>
      {[...ids].map((id) => (
        <LinkedOrder key={id} id={id} open={open.includes(id)} onToggle={onToggle} />
      ))}
    </ul>
  );
}

function LinkedOrder({ id, open, onToggle }: { id: string; open: boolean; onToggle: (id: string) => void }) {
  const t = useTranslations('orders');
  const common = useTranslations('common');
  const { data, error, refetch } = useQuery(LinkedOrderDocument, { variables: { id } });
  if (error && !data)
    return (
      <li>
        <FailureNotice title={t('linkedFailed')} error={error} onRetry={() => void refetch().catch(() => {})} />
      </li>
    );
  if (!data) return <li className={cardClasses.skeleton} aria-hidden />;
  const order = readFragment(OrderCardFragmentDoc, data.order);
  if (order) return <OrderCard order={order} open={open} onToggle={onToggle} />;
  if (!open) return null;
  return (
    <li className={classes.notice} role="alert">
      <Text size="sm">{t('linkedMissing')}</Text>
      <Button variant="subtle" onClick={() => onToggle(id)}>
        {common('dismiss')}
      </Button>
    </li>
  );
}
