import { useQuery } from '@apollo/client/react';
import { Skeleton, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { readFragment } from '../../gql/fragment-masking';
import { OwnAccountDocument, SessionRowFragmentDoc } from '../../gql/graphql';
import { FailureNotice } from '../../ui/failure-notice';
import { TextLink } from '../forms/text-link';
import { useViewer } from '../session';
import classes from './account-page.module.css';
import { ChangeEmail } from './change-email';
import { ChangePassword } from './change-password';
import { Sessions } from './sessions';

/** What people look after of their own account. */
export function AccountPage() {
  const t = useTranslations('account');
  const { email } = useViewer();
  // Other devices sign in and out without a word to this one.
  const { data, error, refetch } = useQuery(OwnAccountDocument, { fetchPolicy: 'cache-and-network' });
  const sessions = readFragment(SessionRowFragmentDoc, data?.viewer?.sessions);
  const again = () => void refetch().catch(() => {});
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <TextLink href="/keys">{t('toKeys')}</TextLink>
      <ChangeEmail email={email} />
      <ChangePassword email={email} onChanged={again} />
      {/* Last, because its height is known only when the list is there. */}
      {error && !sessions ? (
        <FailureNotice title={t('sessionsFailed')} error={error} onRetry={again} />
      ) : sessions ? (
        <Sessions sessions={sessions} />
      ) : (
        <Skeleton height={180} aria-label={t('loadingSessions')} />
      )}
    </div>
  );
}
