import { LazyPart } from '../ui/lazy-part';

/** Pages in chunks of their own: who comes back is signed in and wants the orders. */
export const ACCOUNT_PAGES = {
  signIn: new LazyPart<object>(async () => (await import('./sign-in-page')).SignInPage),
  signUp: new LazyPart<object>(async () => (await import('./mailed-links/sign-up-page')).SignUpPage),
  forgotPassword: new LazyPart<object>(
    async () => (await import('./mailed-links/forgot-password-page')).ForgotPasswordPage,
  ),
  resetPassword: new LazyPart<object>(
    async () => (await import('./mailed-links/reset-password-page')).ResetPasswordPage,
  ),
  confirmEmail: new LazyPart<object>(async () => (await import('./mailed-links/confirm-email-page')).ConfirmEmailPage),
  unsubscribe: new LazyPart<object>(async () => (await import('./mailed-links/unsubscribe-page')).UnsubscribePage),
  account: new LazyPart<object>(async () => (await import('./own-account/account-page')).AccountPage),
  apiKeys: new LazyPart<object>(async () => (await import('./api-keys/api-keys-page')).ApiKeysPage),
};
