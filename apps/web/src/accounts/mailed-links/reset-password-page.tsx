import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'use-intl';
import { Redirect, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { ResetPasswordDocument } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { NEW_PASSWORD } from '../forms/field-kinds';
import { NewPasswordField } from '../forms/fields';
import { NarrowPage } from '../forms/narrow-page';
import { Outcome } from '../forms/outcome';
import { TextLink } from '../forms/text-link';
import { useAccountForm } from '../forms/use-account-form';
import { enterViewer } from '../session-cache';
import { useLinkToken } from './use-link-token';

/** Sets a new password by a link from a mail. */
export function ResetPasswordPage() {
  const t = useTranslations('resetPassword');
  const [token] = useLinkToken();
  // In the history of the browser, because signing in mounts every page anew.
  const isDone = useHistoryState<{ passwordIsSet?: boolean } | null>()?.passwordIsSet;
  if (isDone)
    return (
      <NarrowPage title={t('title')}>
        <Outcome title={t('doneTitle')}>{t('done')}</Outcome>
        <TextLink href="/">{t('toOrders')}</TextLink>
      </NarrowPage>
    );
  // Some mail programs cut links short.
  return token ? <ResetPasswordForm key={token} token={token} /> : <Redirect replace to="/forgot-password" />;
}

function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations('resetPassword');
  const client = useApolloClient();
  const [path, navigate] = useLocation();
  const form = useAccountForm({
    mutation: ResetPasswordDocument,
    fields: { password: NEW_PASSWORD },
    toInput: ({ password }) => ({ token, password }),
    onDone({ account }) {
      navigate(path, { replace: true, state: { passwordIsSet: true } });
      enterViewer(client.cache, account);
    },
  });
  return (
    <NarrowPage title={t('title')} intro={t('intro')}>
      <AccountForm
        form={form}
        action={t('submit')}
        waysOn={{ LinkInvalid: <TextLink href="/forgot-password">{t('newLink')}</TextLink> }}
      >
        <NewPasswordField {...form.field('password')} />
      </AccountForm>
    </NarrowPage>
  );
}
