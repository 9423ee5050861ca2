import { useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import classes from './connection-notice.module.css';
import { FollowStateContext } from './live-context';

/** Short drops are nobody's business. */
const SILENT_MS = 1_500;
const CAUGHT_UP_SHOWN_MS = 4_000;

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

type Notice = 'offline' | 'reconnecting' | 'caughtUp' | undefined;

/** Says that the page no longer follows, and later that it has caught up. It floats, so that nothing moves. */
export function ConnectionNotice() {
  const t = useTranslations('live');
  const following = useContext(FollowStateContext);
  const online = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const [notice, setNotice] = useState<Notice>();
  const wasLost = useRef(false);
  const lost = !online ? 'offline' : following === 'lost' ? 'reconnecting' : undefined;

  useEffect(() => {
    if (lost) {
      const timer = setTimeout(
        () => {
          wasLost.current = true;
          setNotice(lost);
        },
        lost === 'offline' || wasLost.current ? 0 : SILENT_MS,
      );
      return () => clearTimeout(timer);
    }
    if (!wasLost.current) return;
    wasLost.current = false;
    setNotice('caughtUp');
    const timer = setTimeout(() => setNotice(undefined), CAUGHT_UP_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [lost]);

  return (
    <div role="status" className={classes.place}>
      {notice && (
        <p className={classes.notice} data-lost={notice !== 'caughtUp' || undefined}>
          {t(notice)}
        </p>
      )}
    </div>
  );
}
