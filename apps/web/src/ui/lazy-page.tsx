import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailureNotice } from './failure-notice';
import { type LazyPart, ShowPart } from './lazy-part';

/** A whole page in a chunk of its own, loaded when it is first wanted. */
export function LazyPage({ part }: { part: LazyPart<object> }) {
  const t = useTranslations('common');
  const [failure, setFailure] = useState(false);
  if (failure) {
    // It never came from our API, so the notice says that the server was not reached.
    return <FailureNotice title={t('pageFailed')} error={undefined} onRetry={() => setFailure(false)} />;
  }
  return <ShowPart part={part} give={{}} onLoadFailed={() => setFailure(true)} />;
}
