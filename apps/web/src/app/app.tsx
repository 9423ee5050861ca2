import { Button, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Route, Switch, useLocation } from 'wouter';
import { ACCOUNT_PAGES } from '../accounts/lazy-pages';
import { ToSignIn, useSession, ViewerProvider } from '../accounts/session';
import { LiveProvider } from '../live/live-provider';
import { DialogHost } from '../orders/dialogs/dialog-host';
import { OrderListSkeleton } from '../orders/order-list-skeleton';
import { OrdersPage } from '../orders/orders-page';
import { FailureNotice } from '../ui/failure-notice';
import { LazyPage } from '../ui/lazy-page';
import { LazyPart } from '../ui/lazy-part';
import { NoticesProvider } from '../ui/notices';
import { RouteBoundary } from './route-boundary';
import { Shell } from './shell';

type OnConnected = (listener: () => void) => () => void;

/** Every page of the program. `onConnected` tells when the socket behind the live changes stands. */
export function App({ onConnected }: { onConnected?: OnConnected }) {
  const { viewer } = useSession();
  return (
    <Shell>
      {viewer ? (
        <LiveProvider key={viewer.id} cursor={viewer.latestChangeCursor} onConnected={onConnected}>
          <ViewerProvider viewer={viewer}>
            <NoticesProvider>
              <DialogHost>
                <Pages />
              </DialogHost>
            </NoticesProvider>
          </ViewerProvider>
        </LiveProvider>
      ) : (
        <Pages />
      )}
    </Shell>
  );
}

const MAILS_PAGE = new LazyPart<object>(async () => (await import('../mails/mails-page')).MailsPage);
const GUIDE_PAGE = new LazyPart<object>(async () => (await import('../statuses/status-guide-page')).StatusGuidePage);

/** Pages of accounts that need nobody to be signed in. */
const OPEN_PAGES = {
  '/sign-in': ACCOUNT_PAGES.signIn,
  '/sign-up': ACCOUNT_PAGES.signUp,
  '/forgot-password': ACCOUNT_PAGES.forgotPassword,
  '/reset-password': ACCOUNT_PAGES.resetPassword,
  '/confirm-email': ACCOUNT_PAGES.confirmEmail,
  '/unsubscribe/:token?': ACCOUNT_PAGES.unsubscribe,
};

function Pages() {
  const t = useTranslations();
  const orders = (
    <SignedIn name="orders" failed={t('orders.failed')} meanwhile={<OrderListSkeleton />}>
      <OrdersPage />
    </SignedIn>
  );
  return (
    <Switch>
      <Route path="/guide">
        <RouteBoundary key="guide">
          <LazyPage part={GUIDE_PAGE} />
        </RouteBoundary>
      </Route>
      {Object.entries(OPEN_PAGES).map(([path, part]) => (
        <Route key={path} path={path}>
          <RouteBoundary key={path}>
            <OpenPage part={part} />
          </RouteBoundary>
        </Route>
      ))}
      <Route path="/account">
        <SignedIn name="account" failed={t('account.failed')}>
          <LazyPage part={ACCOUNT_PAGES.account} />
        </SignedIn>
      </Route>
      <Route path="/keys">
        <SignedIn name="keys" failed={t('apiKeys.failed')}>
          <LazyPage part={ACCOUNT_PAGES.apiKeys} />
        </SignedIn>
      </Route>
      <Route path="/mails">
        <SignedIn name="mails" failed={t('common.pageFailed')}>
          <LazyPage part={MAILS_PAGE} />
        </SignedIn>
      </Route>
      <Route path="/orders/:id?">{orders}</Route>
      <Route path="/">{orders}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

/**
 * A form for anybody. It waits until it is known who is signed in: that mounts all pages anew, and what was typed would be
 * lost.
 */
function OpenPage({ part }: { part: LazyPart<object> }) {
  const { viewer, error } = useSession();
  useEffect(part.preload, []);
  return viewer === undefined && !error ? null : <LazyPage part={part} />;
}

interface SignedInProps {
  name: string;
  /** Said where it cannot be found out who is signed in. */
  failed: string;
  /** Shown until that is known. */
  meanwhile?: ReactNode;
  children: ReactNode;
}

/** A page of the viewer's; leads who is not signed in to do so first. */
function SignedIn({ name, failed, meanwhile, children }: SignedInProps) {
  const { viewer, error, retry } = useSession();
  if (viewer === null) return <ToSignIn />;
  if (viewer) return <RouteBoundary key={name}>{children}</RouteBoundary>;
  return error ? <FailureNotice title={failed} error={error} onRetry={retry} /> : meanwhile;
}

function NotFoundPage() {
  const t = useTranslations('app.notFound');
  const [, navigate] = useLocation();
  return (
    <div>
      <Title order={1} size="h3" mb="md">
        {t('title')}
      </Title>
      <Button onClick={() => navigate('/')}>{t('back')}</Button>
    </div>
  );
}
