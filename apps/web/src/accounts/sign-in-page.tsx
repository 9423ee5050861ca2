import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'use-intl';
import { Redirect, useSearch } from 'wouter';
import { SignInDocument } from '../gql/graphql';
import { DemoAccounts } from './demo-accounts';
import { AccountForm } from './forms/account-form';
import { EMAIL, PRESENT_PASSWORD } from './forms/field-kinds';
import { EmailField, PresentPasswordField } from './forms/fields';
import { NarrowPage } from './forms/narrow-page';
import { TextLink } from './forms/text-link';
import { useAccountForm } from './forms/use-account-form';
import { nextLocation, useSession } from './session';
import { enterViewer } from './session-cache';
import classes from './sign-in-page.module.css';

export function SignInPage() {
  const t = useTranslations('signIn');
  const client = useApolloClient();
  const { viewer } = useSession();
  const next = nextLocation(useSearch());
  const form = useAccountForm({
    mutation: SignInDocument,
    fields: { email: EMAIL, password: PRESENT_PASSWORD },
    toInput: (values) => values,
    onDone: ({ account }) => enterViewer(client.cache, account),
  });

  if (viewer) return <Redirect replace to={next} state={window.history.state} />;
  return (
    <NarrowPage title={t('title')} intro={next === '/' ? t('intro') : t('goOn')}>
      <AccountForm form={form} action={t('submit')}>
        <EmailField {...form.field('email')} />
        <PresentPasswordField {...form.field('password')} label={t('password')} />
      </AccountForm>
      <div className={classes.links}>
        <TextLink href="/sign-up">{t('createAccount')}</TextLink>
        <TextLink href="/forgot-password">{t('forgotPassword')}</TextLink>
      </div>
      {/* Below the form, so that its late arrival moves nothing. */}
      <DemoAccounts busy={form.busy} onChoose={(account) => void form.send(account)} />
    </NarrowPage>
  );
}
