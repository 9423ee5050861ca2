import { Badge, Button, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { SessionRowFragment } from '../../gql/graphql';
import { useFormats } from '../../ui/formats';
import classes from './account-page.module.css';
import { deviceOf } from './device-of';

interface SessionRowProps {
  session: SessionRowFragment;
  busy: boolean;
  onEnd: () => void;
}

/** One browser that is signed in: what people tell it by, and the way to sign it out. */
export function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const t = useTranslations('account');
  const formats = useFormats();
  const { userAgent, address, createdAt, lastUsedAt, isCurrent } = session;
  const { browser, system } = deviceOf(userAgent);
  const device =
    browser && system ? t('browserOnSystem', { browser, system }) : (browser ?? system ?? t('unknownDevice'));
  return (
    <li className={classes.row}>
      <div className={classes.facts}>
        <div className={classes.line}>
          <Text fw={600} size="sm">
            {device}
          </Text>
          {isCurrent && (
            <Badge color="blue" variant="light" radius="sm">
              {t('thisDevice')}
            </Badge>
          )}
        </div>
        <Text size="xs" c="dimmed">
          {formats.list([
            t('lastUsed', { when: formats.dateTime(lastUsedAt) }),
            t('signedIn', { when: formats.dateTime(createdAt) }),
            ...(address === '' ? [] : [t('from', { address })]),
          ])}
        </Text>
      </div>
      {!isCurrent && (
        <Button variant="default" disabled={busy} aria-label={t('endSession', { device })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
