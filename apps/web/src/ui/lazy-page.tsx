import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailureNotice } from './failure-notice';
import { type LazyPart, ShowPart } from './lazy-part';
import { page } from './page';

/** A whole page in a chunk of its own, loaded when it is first wanted. */
export function LazyPage({ part }: { part: LazyPart<object> }) {
  const t = useTranslations('common');
  const [failure, setFailure] = useState(false);

  async function giveUp() {
    const isLoadedAnew = part.failures > 1 && (await page.reloadIfReached());
    setFailure(!isLoadedAnew);
  }

  if (failure) {
    const retry = () => void part.fetch().then(() => setFailure(false), giveUp);
    // It never came from our API, so the notice says that the server was not reached.
    return <FailureNotice title={t('pageFailed')} error={undefined} onRetry={retry} />;
  }
  return <ShowPart part={part} give={{}} onLoadFailed={giveUp} />;
}
