import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readFragment } from '../gql/fragment-masking';
import { MailRowFragmentDoc, type MailState, MailsDocument } from '../gql/graphql';
import { mailLogEn } from '../messages/en.mail-log';
import { WithWords } from '../messages/with-words';
import { Choice } from '../ui/choice';
import { FailureNotice } from '../ui/failure-notice';
import { MailRow } from './mail-row';
import classes from './mails-page.module.css';

const PAGE_SIZE = 20;

/** What people look for, and the states that it comes to. */
const CHOICES = {
  all: null,
  waiting: ['WAITING'],
  failed: ['REFUSED', 'GIVEN_UP'],
} satisfies Record<string, MailState[] | null>;

type MailChoice = keyof typeof CHOICES;

/** The delivery log: what was mailed to whom, and what has become of it. */
export function MailsPage() {
  return (
    <WithWords words={{ en: mailLogEn }}>
      <MailLog />
    </WithWords>
  );
}

function MailLog() {
  const t = useTranslations('mailLog');
  const [choice, setChoice] = useState<MailChoice>('all');
  const states = CHOICES[choice];
  const { data, previousData, error, fetchMore, refetch, loading } = useQuery(MailsDocument, {
    variables: { first: PAGE_SIZE, filter: states && { states: [...states] } },
    // Mails go out without a word to the page.
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const [moreError, setMoreError] = useState<unknown>();
  const connection = (data ?? (error ? undefined : previousData))?.mails;

  async function loadMore() {
    setMoreError(undefined);
    await fetchMore({ variables: { after: connection?.pageInfo.endCursor } }).catch(setMoreError);
  }

  return (
    <section className={classes.page}>
      <div>
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed" maw={640}>
          {t('intro')}
        </Text>
      </div>
      <div className={classes.choice}>
        <Choice
          label={t('show')}
          value={choice}
          onChange={setChoice}
          options={(Object.keys(CHOICES) as MailChoice[]).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {error && !connection && (
        <FailureNotice title={t('loadFailed')} error={error} onRetry={() => void refetch().catch(() => {})} />
      )}
      {!error && !connection && <Skeleton height={240} aria-label={t('loading')} />}
      {connection?.edges.length === 0 && <Text size="sm">{t('none')}</Text>}
      {connection && connection.edges.length > 0 && (
        <ul className={classes.list} aria-busy={loading}>
          {connection.edges.map(({ node }) => {
            const mail = readFragment(MailRowFragmentDoc, node);
            return <MailRow key={mail.id} mail={mail} />;
          })}
        </ul>
      )}
      {moreError !== undefined && (
        <FailureNotice title={t('loadFailed')} error={moreError} onRetry={() => void loadMore()} />
      )}
      {connection?.pageInfo.hasNextPage && moreError === undefined && (
        <Button variant="default" className={classes.more} loading={loading} onClick={() => void loadMore()}>
          {t('loadMore')}
        </Button>
      )}
    </section>
  );
}
