import { useQuery } from '@apollo/client/react';
import { Skeleton, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { readFragment } from '../../gql/fragment-masking';
import { MailSettingsFragmentDoc, OwnAccountDocument, SessionRowFragmentDoc } from '../../gql/graphql';
import { FailureNotice } from '../../ui/failure-notice';
import { TextLink } from '../forms/text-link';
import { useViewer } from '../session';
import classes from './account-page.module.css';
import { ChangeEmail } from './change-email';
import { ChangePassword } from './change-password';
import { Mails } from './mails';
import { Sessions } from './sessions';

/** What people look after of their own account. */
export function AccountPage() {
  const t = useTranslations('account');
  const { email } = useViewer();
  // Other devices sign in and out without a word to this one.
  const { data, error, refetch } = useQuery(OwnAccountDocument, { fetchPolicy: 'cache-and-network' });
  const sessions = readFragment(SessionRowFragmentDoc, data?.viewer?.sessions);
  const settings = readFragment(MailSettingsFragmentDoc, data?.viewer?.mailSettings);
  const again = () => void refetch().catch(() => {});
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <TextLink href="/keys">{t('toKeys')}</TextLink>
      <ChangeEmail email={email} />
      <ChangePassword email={email} onChanged={again} />
      {/* Last, because their height is known only when they are there. */}
      {error && !sessions ? (
        <FailureNotice title={t('restFailed')} error={error} onRetry={again} />
      ) : settings && sessions ? (
        <>
          <Mails settings={settings} />
          <Sessions sessions={sessions} />
        </>
      ) : (
        <Skeleton height={480} aria-label={t('loadingRest')} />
      )}
    </div>
  );
}
