import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect, useLocation } from 'wouter';
import { RequestSignUpDocument, SignUpDocument } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { NEW_PASSWORD, PERSON_NAME } from '../forms/field-kinds';
import { NameField, NewPasswordField } from '../forms/fields';
import { NarrowPage } from '../forms/narrow-page';
import { TextLink } from '../forms/text-link';
import { useAccountForm } from '../forms/use-account-form';
import { useSession } from '../session';
import { enterViewer } from '../session-cache';
import { mailLanguage } from './mail-language';
import { RequestLinkPage } from './request-link-page';
import { useLinkToken } from './use-link-token';

/** The way to an account of one's own: an address, the link that is sent there, a name and a password. */
export function SignUpPage() {
  const t = useTranslations('signUp');
  const { viewer } = useSession();
  const [token, dropToken] = useLinkToken();
  const [wantsAnother, setWantsAnother] = useState(false);
  if (token && viewer && !wantsAnother)
    return <AlreadySignedIn email={viewer.email} onAnother={() => setWantsAnother(true)} />;
  if (token) return <SignUpForm key={token} token={token} takesFocus={wantsAnother} onNewLink={dropToken} />;
  if (viewer) return <Redirect replace to="/" />;
  return (
    <RequestLinkPage
      mutation={RequestSignUpDocument}
      title={t('title')}
      intro={t('intro')}
      action={t('request')}
      sentTo={(email) => t('sent', { email })}
    >
      <TextLink href="/sign-in">{t('haveAccount')}</TextLink>
    </RequestLinkPage>
  );
}

/** Whoever opens the link again has long been where it leads; before the form is sent, nobody can tell that it was used. */
function AlreadySignedIn({ email, onAnother }: { email: string; onAnother: () => void }) {
  const t = useTranslations('signUp');
  const [, navigate] = useLocation();
  return (
    <NarrowPage title={t('alreadyTitle')} intro={t('already', { email })}>
      <Button onClick={() => navigate('/')}>{t('toOrders')}</Button>
      <Button variant="subtle" onClick={onAnother}>
        {t('another')}
      </Button>
    </NarrowPage>
  );
}

interface SignUpFormProps {
  token: string;
  /** Whether it came in the place of a button that had the focus. */
  takesFocus: boolean;
  onNewLink: () => void;
}

function SignUpForm({ token, takesFocus, onNewLink }: SignUpFormProps) {
  const t = useTranslations('signUp');
  const client = useApolloClient();
  const [, navigate] = useLocation();
  const form = useAccountForm({
    mutation: SignUpDocument,
    fields: { name: PERSON_NAME, password: NEW_PASSWORD },
    toInput: (values) => ({ token, ...values, language: mailLanguage() }),
    onDone({ account }) {
      enterViewer(client.cache, account);
      // The token goes with this page.
      navigate('/', { replace: true });
    },
  });
  const { element } = form;
  useEffect(() => {
    if (takesFocus) element.current?.querySelector('input')?.focus();
  }, [takesFocus, element]);
  return (
    <NarrowPage title={t('title')} intro={t('finish')}>
      <AccountForm
        form={form}
        action={t('submit')}
        waysOn={{
          LinkInvalid: (
            <TextLink href="/sign-up" onClick={onNewLink}>
              {t('newLink')}
            </TextLink>
          ),
          EmailTaken: <TextLink href="/sign-in">{t('toSignIn')}</TextLink>,
        }}
      >
        <NameField {...form.field('name')} />
        <NewPasswordField {...form.field('password')} />
      </AccountForm>
    </NarrowPage>
  );
}
