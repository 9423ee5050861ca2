import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ChangePasswordDocument } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { NEW_PASSWORD, PRESENT_PASSWORD } from '../forms/field-kinds';
import { NewPasswordField, PresentPasswordField } from '../forms/fields';
import { useAccountForm } from '../forms/use-account-form';
import { Section } from './section';

export function ChangePassword({ email, onChanged }: { email: string; onChanged: () => void }) {
  const t = useTranslations('account');
  const [done, setDone] = useState(false);
  const form = useAccountForm({
    mutation: ChangePasswordDocument,
    fields: { currentPassword: PRESENT_PASSWORD, newPassword: NEW_PASSWORD },
    refusedAt: { WrongPassword: 'currentPassword' },
    toInput: (values) => values,
    onDone() {
      setDone(true);
      form.clear();
      onChanged();
    },
  });
  return (
    <Section title={t('password')} intro={t('passwordIntro')}>
      {(titleId) => (
        <AccountForm
          form={form}
          action={t('changePassword')}
          labelledBy={titleId}
          done={done ? t('passwordChanged') : ''}
        >
          {/* For password managers, which would else not know whose password changes. */}
          <input hidden readOnly autoComplete="username" name="username" value={email} />
          <PresentPasswordField {...form.field('currentPassword')} />
          <NewPasswordField {...form.field('newPassword')} />
        </AccountForm>
      )}
    </Section>
  );
}
