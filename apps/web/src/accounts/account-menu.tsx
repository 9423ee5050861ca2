import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { IconChevronDown, IconKey, IconLogout, IconMail, IconUser } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { SignOutDocument } from '../gql/graphql';
import classes from './account-menu.module.css';
import type { Viewer } from './session';
import { leave } from './session-cache';

/** Who is signed in, and the way out. A menu of three items: Mantine's would weigh as much as the rest of the header. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('app');
  const client = useApolloClient();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const menuId = useId();
  const target = useRef<HTMLButtonElement>(null);
  const firstItem = useRef<HTMLAnchorElement>(null);
  const outside = useClickOutside(() => setOpen(false));
  useEffect(() => {
    if (open) firstItem.current?.focus();
  }, [open]);

  function close() {
    setOpen(false);
    target.current?.focus();
  }

  async function signOut() {
    setFailed(false);
    const { data } = await client
      .mutate({ mutation: SignOutDocument, errorPolicy: 'ignore' })
      .catch(() => ({ data: null }));
    // Looking signed out while the session goes on would leave the account open to whoever comes next.
    if (!data?.signOut) return setFailed(true);
    leave();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape on its way up from the menu
    <div
      ref={outside}
      className={classes.menu}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && open) close();
      }}
    >
      <Button
        ref={target}
        variant="subtle"
        color="gray"
        className={classes.target}
        aria-label={t('account', { name: viewer.name })}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={menuId}
        rightSection={<IconChevronDown size={16} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.name}>{viewer.name}</span>
      </Button>
      <div id={menuId} className={classes.dropdown} hidden={!open}>
        <p className={classes.who}>
          {t('signedInAs', { name: viewer.email })}
          {viewer.role === 'OPERATOR' && ` · ${t('operator')}`}
        </p>
        {failed && (
          <p role="alert" className={classes.who}>
            {t('signOutFailed')}
          </p>
        )}
        <div role="menu" aria-label={t('account', { name: viewer.name })}>
          <Link ref={firstItem} href="/account" role="menuitem" className={classes.item} onClick={close}>
            <IconUser size={18} aria-hidden />
            {t('ownAccount')}
          </Link>
          <Link href="/keys" role="menuitem" className={classes.item} onClick={close}>
            <IconKey size={18} aria-hidden />
            {t('apiKeys')}
          </Link>
          {viewer.role === 'OPERATOR' && (
            <Link href="/mails" role="menuitem" className={classes.item} onClick={close}>
              <IconMail size={18} aria-hidden />
              {t('mails')}
            </Link>
          )}
          <button type="button" role="menuitem" className={classes.item} onClick={() => void signOut()}>
            <IconLogout size={18} aria-hidden />
            {t('signOut')}
          </button>
        </div>
      </div>
    </div>
  );
}
