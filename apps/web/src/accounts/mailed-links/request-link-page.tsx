import type { TypedDocumentNode } from '@apollo/client';
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Language, RequestPasswordResetMutation, RequestSignUpMutation } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { EMAIL } from '../forms/field-kinds';
import { EmailField } from '../forms/fields';
import { NarrowPage } from '../forms/narrow-page';
import { Outcome } from '../forms/outcome';
import { useAccountForm } from '../forms/use-account-form';
import { mailLanguage } from './mail-language';

interface RequestLinkPageProps {
  mutation: TypedDocumentNode<
    RequestSignUpMutation | RequestPasswordResetMutation,
    { input: { email: string; language?: Language | null } }
  >;
  title: string;
  intro: string;
  action: string;
  /** What to do now. The server answers the same whether there is such an account or not, and so must this. */
  sentTo: (email: string) => string;
  /** Under the form: where to go who need not be here. */
  children: ReactNode;
}

/** Asks for an address, to which a link is sent by mail. */
export function RequestLinkPage(props: RequestLinkPageProps) {
  const { mutation, title, intro, action, sentTo, children } = props;
  const t = useTranslations('mailedLink');
  const [sent, setSent] = useState<string>();
  const form = useAccountForm({
    mutation,
    fields: { email: EMAIL },
    toInput: ({ email }) => ({ email, language: mailLanguage() }),
    onDone: ({ email }) => setSent(email),
  });

  return (
    <NarrowPage title={title} intro={sent === undefined ? intro : undefined}>
      {sent === undefined ? (
        <>
          <AccountForm form={form} action={action}>
            <EmailField {...form.field('email')} />
          </AccountForm>
          <div>{children}</div>
        </>
      ) : (
        <>
          <Outcome title={t('sentTitle')}>
            <Text size="sm">{sentTo(sent)}</Text>
            <Text size="sm" mt="xs">
              {t('notThere')}
            </Text>
          </Outcome>
          {/* What was typed is still there: most often one letter is wrong. */}
          <Button variant="default" onClick={() => setSent(undefined)}>
            {t('anotherAddress')}
          </Button>
        </>
      )}
    </NarrowPage>
  );
}
