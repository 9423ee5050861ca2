import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, Text } from '@mantine/core';
import { statusLabel } from '@oops/item-status';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { readFragment } from '../gql/fragment-masking';
import {
  type HistoryEntryFragment,
  HistoryEntryFragmentDoc,
  ItemHistoryDocument,
  SnapshotFragmentDoc,
} from '../gql/graphql';
import { useEvidenceWords } from '../statuses/evidence';
import { isolated } from '../ui/isolated';
import { Time } from '../ui/time';
import { differences, useDifferenceWords } from './item-difference';
import classes from './item-history.module.css';

interface ItemHistoryProps {
  itemId: string;
  /** These two tell that something happened, so that the history shown is read again. */
  revision: number;
  changedAt: string;
  currency: string;
}

export function ItemHistory({ itemId, revision, changedAt, currency }: ItemHistoryProps) {
  const t = useTranslations('history');
  const common = useTranslations('common');
  const { data, error, refetch } = useQuery(ItemHistoryDocument, {
    variables: { itemId },
    fetchPolicy: 'cache-and-network',
  });
  const shown = useRef(`${revision} ${changedAt}`);
  useEffect(() => {
    const now = `${revision} ${changedAt}`;
    if (shown.current !== now) void refetch().catch(() => {});
    shown.current = now;
  }, [revision, changedAt, refetch]);

  const node = data?.node;
  if (error && !node)
    return (
      <Text size="sm" role="alert">
        {t('failed')}{' '}
        <Button variant="subtle" onClick={() => void refetch().catch(() => {})}>
          {common('retry')}
        </Button>
      </Text>
    );
  if (!node || !('history' in node)) return <Skeleton height={44} mt={4} />;
  const entries = readFragment(HistoryEntryFragmentDoc, node.history);
  if (entries.length === 0) return <Text size="sm">{t('empty')}</Text>;
  return (
    <ol className={classes.list}>
      {entries.map((entry) => (
        <HistoryEntry key={entry.cursor} entry={entry} currency={currency} />
      ))}
    </ol>
  );
}

function HistoryEntry({ entry, currency }: { entry: HistoryEntryFragment; currency: string }) {
  const t = useTranslations('history');
  const evidenceWords = useEvidenceWords();
  const differenceWords = useDifferenceWords();
  const before = readFragment(SnapshotFragmentDoc, entry.before);
  const after = readFragment(SnapshotFragmentDoc, entry.after);
  const actor = isolated(entry.actor.name);

  function title(): string {
    switch (entry.kind) {
      case 'ORDER_PLACED':
        return t('placed', { actor });
      case 'ITEM_STATUS_REPORTED':
        return t('reported', { actor, status: after ? statusLabel(after.status) : '' });
      case 'ITEM_REPLACED':
        return t('replaced', { actor });
      case 'ITEM_KEPT':
        return t('kept', { actor });
      case 'ITEM_CANCELLED':
        return t('cancelled', { actor });
      case 'ORDER_CLOSED':
        return t('closed', { actor });
      default:
        return entry.kind satisfies never;
    }
  }

  const details =
    entry.kind === 'ITEM_STATUS_REPORTED' && after
      ? evidenceWords(after, currency)
      : entry.kind === 'ITEM_REPLACED' && before && after
        ? differenceWords(
            differences(before, after).filter(({ field }) => field !== 'status'),
            currency,
          )
        : [];
  return (
    <li>
      <span className={classes.when}>
        <Time at={entry.at} />
      </span>
      <span>
        {title()}
        {details.map((detail) => (
          <span key={detail} className={classes.detail}>
            {detail}
          </span>
        ))}
      </span>
    </li>
  );
}
