import { Button, Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';
import { AccountMenu } from '../accounts/account-menu';
import { useSession } from '../accounts/session';
import classes from './shell.module.css';

const ORDERS = 'orders';
const GUIDE = 'guide';
const NONE = 'none';

/** What is about an account, and not about orders. */
const PAGES_WITHOUT_TAB = new Set([
  '/account',
  '/keys',
  '/mails',
  '/sign-up',
  '/forgot-password',
  '/reset-password',
  '/confirm-email',
]);

function isWithoutTab(path: string): boolean {
  return PAGES_WITHOUT_TAB.has(path) || path.startsWith('/unsubscribe');
}

/** The frame of every page: the product, the tabs, who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('app');
  const { viewer } = useSession();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const tab = path === '/guide' ? GUIDE : isWithoutTab(path) ? NONE : ORDERS;
  // Where no tab is chosen, the keyboard must reach them all the same.
  const tabIndex = tab === NONE ? 0 : undefined;

  // Whoever looks something up in the guide comes back to the orders as they were: same search, same orders open.
  const ordersLocation = useRef('/');
  useEffect(() => {
    if (path === '/' || path.startsWith('/orders')) ordersLocation.current = search ? `${path}?${search}` : path;
  }, [path, search]);

  function goTo(chosen: string | null) {
    if (chosen !== tab) navigate(chosen === GUIDE ? '/guide' : ordersLocation.current);
  }

  return (
    <Tabs value={tab} onChange={goTo} activateTabWithKeyboard={false} className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <p className={classes.name}>{t('name')}</p>
          <Tabs.List aria-label={t('tabs.label')} className={classes.tabs}>
            <Tabs.Tab value={ORDERS} className={classes.tab} tabIndex={tabIndex}>
              {t('tabs.orders')}
            </Tabs.Tab>
            <Tabs.Tab value={GUIDE} className={classes.tab} tabIndex={tabIndex}>
              {t('tabs.guide')}
            </Tabs.Tab>
          </Tabs.List>
          <div className={classes.account}>
            {viewer && <AccountMenu viewer={viewer} />}
            {viewer === null && path !== '/sign-in' && (
              <Button variant="subtle" onClick={() => navigate('/sign-in')}>
                {t('signIn')}
              </Button>
            )}
          </div>
        </div>
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {/* It stays the same element whatever it shows, so that the live changes under it go on. */}
        <Tabs.Panel value={tab} tabIndex={-1} {...(tab === NONE && { role: undefined, 'aria-labelledby': undefined })}>
          {children}
        </Tabs.Panel>
      </main>
    </Tabs>
  );
}
