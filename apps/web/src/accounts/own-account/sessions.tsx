import { useApolloClient, useMutation } from '@apollo/client/react';
import { Alert, Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { EndSessionDocument, type SessionRowFragment } from '../../gql/graphql';
import { failureWord } from '../../ui/failures';
import classes from './account-page.module.css';
import { Section } from './section';
import { SessionRow } from './session-row';
import { SignOutEverywhereDialog } from './sign-out-everywhere-dialog';

/** Where the account is signed in. */
export function Sessions({ sessions }: { sessions: readonly SessionRowFragment[] }) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const client = useApolloClient();
  const [endSession, { loading }] = useMutation(EndSessionDocument);
  const [failure, setFailure] = useState<string>();
  const [asking, setAsking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  async function end(id: string) {
    setFailure(undefined);
    try {
      // One that is gone already has ended: that is what was wanted.
      await endSession({ variables: { input: { id } } });
      client.cache.evict({ id: client.cache.identify({ __typename: 'Session', id }) });
      // The button went with its row.
      title.current?.focus();
    } catch (error) {
      setFailure(common(failureWord(error)));
    }
  }

  return (
    <Section title={t('sessions')} intro={t('sessionsIntro')} titleRef={title}>
      {() => (
        <>
          {failure && (
            <Alert role="alert" color="orange" variant="light">
              {failure}
            </Alert>
          )}
          <ul className={classes.list}>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} busy={loading} onEnd={() => void end(session.id)} />
            ))}
          </ul>
          <Button variant="default" className={classes.everywhere} ref={opener} onClick={() => setAsking(true)}>
            {t('signOutEverywhere')}
          </Button>
          {asking && (
            <SignOutEverywhereDialog
              onClose={() => {
                setAsking(false);
                opener.current?.focus();
              }}
            />
          )}
        </>
      )}
    </Section>
  );
}
