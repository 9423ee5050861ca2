import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailureNotice } from '../../ui/failure-notice';
import { LazyPart, ShowPart } from '../../ui/lazy-part';

const page = new LazyPart<object>(async () => (await import('./api-keys-page')).ApiKeysPage);

/** The page of the API keys, loaded when it is first wanted: most people never do. */
export function LazyApiKeysPage() {
  const t = useTranslations('apiKeys');
  const [failure, setFailure] = useState(false);
  if (failure) {
    // It never came from our API, so the notice says that the server was not reached.
    return <FailureNotice title={t('failed')} error={undefined} onRetry={() => setFailure(false)} />;
  }
  return <ShowPart part={page} give={{}} onLoadFailed={() => setFailure(true)} />;
}
