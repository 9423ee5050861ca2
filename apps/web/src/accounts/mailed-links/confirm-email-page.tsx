import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect } from 'wouter';
import { ConfirmEmailChangeDocument, OwnAccountDocument } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { NarrowPage } from '../forms/narrow-page';
import { Outcome } from '../forms/outcome';
import { TextLink } from '../forms/text-link';
import { useAccountForm } from '../forms/use-account-form';
import { useSession } from '../session';
import { useLinkToken } from './use-link-token';

/** Makes a new address that of the account. A button does, not the link: programs that look for viruses open links. */
export function ConfirmEmailPage() {
  const t = useTranslations('confirmEmail');
  const client = useApolloClient();
  const { viewer } = useSession();
  const [token, dropToken] = useLinkToken();
  const [confirmed, setConfirmed] = useState<string>();
  const form = useAccountForm({
    mutation: ConfirmEmailChangeDocument,
    fields: {},
    toInput: () => ({ token }),
    onDone({ email }) {
      setConfirmed(email);
      dropToken();
      // Whose address it was, nobody has said: if it was the viewer's, the menu shows the new one.
      if (viewer) client.query({ query: OwnAccountDocument, fetchPolicy: 'network-only' }).catch(() => {});
    },
  });

  if (confirmed !== undefined)
    return (
      <NarrowPage title={t('title')}>
        <Outcome title={t('doneTitle')}>{t('done', { email: confirmed })}</Outcome>
        {viewer ? <TextLink href="/">{t('toOrders')}</TextLink> : <TextLink href="/sign-in">{t('toSignIn')}</TextLink>}
      </NarrowPage>
    );
  if (!token) return <Redirect replace to="/account" />;
  return (
    <NarrowPage title={t('title')} intro={t('intro')}>
      <AccountForm
        form={form}
        action={t('submit')}
        waysOn={{
          LinkInvalid: <TextLink href="/account">{t('newLink')}</TextLink>,
          EmailTaken: <TextLink href="/account">{t('otherAddress')}</TextLink>,
        }}
      />
    </NarrowPage>
  );
}
