import { useQuery } from '@apollo/client/react';
import { Skeleton, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readFragment } from '../../gql/fragment-masking';
import { type ApiKeyRowFragment, ApiKeyRowFragmentDoc, ApiKeysDocument } from '../../gql/graphql';
import { FailureNotice } from '../../ui/failure-notice';
import { ApiKeyRow } from './api-key-row';
import classes from './api-keys-page.module.css';
import { NewApiKey } from './new-api-key';
import { RevokeDialog } from './revoke-dialog';

/** The keys by which programs act for the account: make, look through, revoke. */
export function ApiKeysPage() {
  const t = useTranslations('apiKeys');
  // Programs use keys elsewhere, and perhaps they were revoked elsewhere too.
  const { data, error, refetch } = useQuery(ApiKeysDocument, { fetchPolicy: 'cache-and-network' });
  const [toRevoke, setToRevoke] = useState<ApiKeyRowFragment>();
  const listTitle = useRef<HTMLHeadingElement>(null);
  const again = () => void refetch().catch(() => {});
  const apiKeys = readFragment(ApiKeyRowFragmentDoc, data?.viewer?.apiKeys);

  function closeDialog() {
    setToRevoke(undefined);
    // The row that opened it may be gone.
    listTitle.current?.focus();
  }

  return (
    <section className={classes.page}>
      <div>
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed" maw={640}>
          {t('intro')}
        </Text>
      </div>
      <NewApiKey onMade={again} />
      <div>
        <Title order={2} size="h5" mb="xs" ref={listTitle} tabIndex={-1}>
          {t('yours')}
        </Title>
        {error && !apiKeys ? (
          <FailureNotice title={t('failed')} error={error} onRetry={again} />
        ) : !apiKeys ? (
          <Skeleton height={72} aria-label={t('loading')} />
        ) : apiKeys.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
        ) : (
          <ul className={classes.list}>
            {apiKeys.map((apiKey) => (
              <ApiKeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => setToRevoke(apiKey)} />
            ))}
          </ul>
        )}
      </div>
      {toRevoke && <RevokeDialog apiKey={toRevoke} onRevoked={again} onClose={closeDialog} />}
    </section>
  );
}
