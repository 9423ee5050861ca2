import { useTranslations } from 'use-intl';
import { RequestPasswordResetDocument } from '../../gql/graphql';
import { TextLink } from '../forms/text-link';
import { RequestLinkPage } from './request-link-page';

/** For who cannot sign in any more: a link to the page where a new password is set. */
export function ForgotPasswordPage() {
  const t = useTranslations('forgotPassword');
  return (
    <RequestLinkPage
      mutation={RequestPasswordResetDocument}
      title={t('title')}
      intro={t('intro')}
      action={t('request')}
      sentTo={(email) => t('sent', { email })}
    >
      <TextLink href="/sign-in">{t('toSignIn')}</TextLink>
    </RequestLinkPage>
  );
}
