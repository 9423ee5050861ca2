import { useApolloClient, useMutation } from '@apollo/client/react';
import { Alert, Button, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect, useSearch } from 'wouter';
import { SignInDocument } from '../gql/graphql';
import { failureWord } from '../ui/failures';
import { DemoAccounts } from './demo-accounts';
import { nextLocation, useSession } from './session';
import { enterViewer } from './session-cache';
import classes from './sign-in-page.module.css';

export function SignInPage() {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  const client = useApolloClient();
  const { viewer } = useSession();
  const next = nextLocation(useSearch());
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({});
  const [signIn, { loading }] = useMutation(SignInDocument);

  async function submit(input: { email: string; password: string }) {
    setRefusal(undefined);
    setFieldErrors({});
    try {
      const { data } = await signIn({ variables: { input } });
      const result = data?.signIn;
      if (result?.__typename === 'SignInSuccess') {
        enterViewer(client.cache, result.account);
      } else if (result?.__typename === 'InvalidInput')
        setFieldErrors(Object.fromEntries(result.violations.map(({ field, message }) => [field, message])));
      else if (result) setRefusal(result.message);
    } catch (error) {
      setRefusal(common(failureWord(error)));
    }
  }

  if (viewer) return <Redirect replace to={next} state={window.history.state} />;
  return (
    <div className={classes.page}>
      <div>
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed">
          {next === '/' ? t('intro') : t('goOn')}
        </Text>
      </div>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit({ email: email.trim(), password });
        }}
      >
        {refusal && (
          <Alert color="orange" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />}>
            {refusal}
          </Alert>
        )}
        <TextInput
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          error={fieldErrors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          value={password}
          error={fieldErrors.password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={loading}>
          {t('submit')}
        </Button>
      </form>
      {/* Below the form, so that its late arrival moves nothing. */}
      <DemoAccounts busy={loading} onChoose={submit} />
    </div>
  );
}
