import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestEmailChangeDocument } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { EMAIL, PRESENT_PASSWORD } from '../forms/field-kinds';
import { NewEmailField, PresentPasswordField } from '../forms/fields';
import { useAccountForm } from '../forms/use-account-form';
import { Section } from './section';

/** Asks for another address. It becomes that of the account when the link in the mail to it is opened. */
export function ChangeEmail({ email: present }: { email: string }) {
  const t = useTranslations('account');
  const [sentTo, setSentTo] = useState<string>();
  const form = useAccountForm({
    mutation: RequestEmailChangeDocument,
    fields: { email: EMAIL, currentPassword: PRESENT_PASSWORD },
    refusedAt: { WrongPassword: 'currentPassword' },
    toInput: (values) => values,
    onDone({ email }) {
      setSentTo(email);
      form.clear();
    },
  });
  return (
    <Section title={t('email')} intro={t('emailNow', { email: present })}>
      {(titleId) => (
        <AccountForm
          form={form}
          action={t('changeEmail')}
          labelledBy={titleId}
          done={sentTo === undefined ? '' : t('emailSent', { email: sentTo })}
        >
          <NewEmailField {...form.field('email')} />
          <PresentPasswordField {...form.field('currentPassword')} />
        </AccountForm>
      )}
    </Section>
  );
}
