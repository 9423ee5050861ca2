import { useQuery } from '@apollo/client/react';
import { Skeleton, Text, Title } from '@mantine/core';
import { ITEM_STATUSES, remedyLabel } from '@oops/item-status';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { StatusGuideDocument } from '../gql/graphql';
import { FailureNotice } from '../ui/failure-notice';
import { StatusBadge } from './status-badge';
import classes from './status-guide-page.module.css';

export function StatusGuidePage() {
  const t = useTranslations('guide');
  const { data, error, refetch } = useQuery(StatusGuideDocument);
  return (
    <section>
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed" mb="md" maw={640}>
        {t('intro')}
      </Text>
      {error && !data ? (
        <FailureNotice title={t('failed')} error={error} onRetry={() => void refetch().catch(() => {})} />
      ) : (
        <ul className={classes.list}>
          {data
            ? data.statusGuide.map(({ status, isError, helpText, remedy }) => (
                <li key={status} className={classes.entry}>
                  <div className={classes.status}>
                    <StatusBadge status={status} attention={isError ? 'NEEDS_YOU' : 'WAITING'} />
                  </div>
                  <Text size="sm">{helpText}</Text>
                  <Text size="sm" fw={600} className={classes.remedy}>
                    <IconArrowRight size={16} aria-hidden />
                    {remedyLabel(remedy)}
                  </Text>
                </li>
              ))
            : ITEM_STATUSES.map((status) => (
                <li key={status} className={classes.entry}>
                  <Skeleton height={22} width={120} />
                  <Skeleton height={20} />
                  <Skeleton height={20} width={140} />
                </li>
              ))}
        </ul>
      )}
    </section>
  );
}
