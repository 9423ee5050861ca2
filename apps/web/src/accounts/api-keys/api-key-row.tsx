import { Badge, Button, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ApiKeyRowFragment } from '../../gql/graphql';
import { useFormats } from '../../ui/formats';
import classes from './api-keys-page.module.css';

export function ApiKeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyRowFragment; onRevoke: () => void }) {
  const t = useTranslations('apiKeys');
  const formats = useFormats();
  const { name, prefix, scopes, createdAt, expiresAt, lastUsedAt } = apiKey;
  const isExpired = expiresAt !== null && new Date(expiresAt) <= new Date();
  return (
    <li className={classes.row}>
      <div className={classes.facts}>
        <Text fw={600} className={classes.name}>
          {name}
        </Text>
        <div className={classes.line}>
          <code className={classes.prefix}>{prefix}…</code>
          {isExpired && (
            <Badge color="gray" variant="light" radius="sm">
              {t('expired')}
            </Badge>
          )}
        </div>
        <Text size="sm">{formats.list(scopes.map((scope) => t(`scope.${scope}`)))}</Text>
        <Text size="xs" c="dimmed">
          {formats.list([
            lastUsedAt ? t('lastUsed', { when: formats.dateTime(lastUsedAt) }) : t('neverUsed'),
            expiresAt
              ? t(isExpired ? 'expiredAt' : 'expires', { when: formats.dateTime(expiresAt) })
              : t('neverExpires'),
            t('made', { when: formats.dateTime(createdAt) }),
          ])}
        </Text>
      </div>
      <Button variant="default" aria-label={t('revokeNamed', { name })} onClick={onRevoke}>
        {t('revoke')}
      </Button>
    </li>
  );
}
