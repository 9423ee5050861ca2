import { PasswordInput, TextInput } from '@mantine/core';
import { LIMITS } from '@oops/item-status';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import classes from './account-form.module.css';

/** What `field` of `useAccountForm` gives. */
type FieldState = Pick<ComponentProps<'input'>, 'name' | 'value' | 'onChange' | 'onBlur'> & { error?: string };

/** The address by which somebody signs in, so that password managers keep it as that. */
export function EmailField(field: FieldState) {
  const t = useTranslations('accountField');
  return <TextInput {...field} className={classes.field} label={t('email')} type="email" autoComplete="username" />;
}

/** Another address than that of the account, which password managers would otherwise put here. */
export function NewEmailField(field: FieldState) {
  const t = useTranslations('accountField');
  return <TextInput {...field} className={classes.field} label={t('newEmail')} type="email" autoComplete="email" />;
}

export function NameField(field: FieldState) {
  const t = useTranslations('accountField');
  return (
    <TextInput
      {...field}
      className={classes.fieldWithHint}
      label={t('name')}
      description={t('nameHint')}
      autoComplete="name"
    />
  );
}

export function NewPasswordField(field: FieldState) {
  const t = useTranslations('accountField');
  return (
    <PasswordField
      {...field}
      className={classes.fieldWithHint}
      label={t('newPassword')}
      description={t('newPasswordHint', { min: String(LIMITS.password.minLength) })}
      autoComplete="new-password"
    />
  );
}

export function PresentPasswordField({ label, ...field }: FieldState & { label?: string }) {
  const t = useTranslations('accountField');
  return (
    <PasswordField
      {...field}
      className={classes.field}
      label={label ?? t('presentPassword')}
      autoComplete="current-password"
    />
  );
}

function PasswordField(props: ComponentProps<typeof PasswordInput>) {
  const t = useTranslations('accountField');
  return (
    <PasswordInput
      {...props}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('showTyped') }}
    />
  );
}
