import { Button, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { Route, Switch, useLocation } from 'wouter';
import { LazyApiKeysPage } from '../accounts/api-keys/lazy-api-keys-page';
import { ToSignIn, useSession, ViewerProvider } from '../accounts/session';
import { SignInPage } from '../accounts/sign-in-page';
import { LiveProvider } from '../live/live-provider';
import { DialogHost } from '../orders/dialogs/dialog-host';
import { OrderListSkeleton } from '../orders/order-list-skeleton';
import { OrdersPage } from '../orders/orders-page';
import { StatusGuidePage } from '../statuses/status-guide-page';
import { FailureNotice } from '../ui/failure-notice';
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

function Pages() {
  return (
    <Switch>
      <Route path="/guide">
        <RouteBoundary key="guide">
          <StatusGuidePage />
        </RouteBoundary>
      </Route>
      <Route path="/keys">
        <SignedInKeys />
      </Route>
      <Route path="/sign-in">
        <RouteBoundary key="sign-in">
          <SignInPage />
        </RouteBoundary>
      </Route>
      <Route path="/orders/:id?">
        <SignedInOrders />
      </Route>
      <Route path="/">
        <SignedInOrders />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

function SignedInOrders() {
  const t = useTranslations('orders');
  const { viewer, error, retry } = useSession();
  if (viewer === null) return <ToSignIn />;
  if (viewer)
    return (
      <RouteBoundary key="orders">
        <OrdersPage />
      </RouteBoundary>
    );
  return error ? <FailureNotice title={t('failed')} error={error} onRetry={retry} /> : <OrderListSkeleton />;
}

function SignedInKeys() {
  const t = useTranslations('apiKeys');
  const { viewer, error, retry } = useSession();
  if (viewer === null) return <ToSignIn />;
  if (viewer)
    return (
      <RouteBoundary key="keys">
        <LazyApiKeysPage />
      </RouteBoundary>
    );
  return error ? <FailureNotice title={t('failed')} error={error} onRetry={retry} /> : null;
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
