import { useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
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

type ConnectionWord = 'offline' | 'reconnecting' | 'caughtUp' | undefined;

/** What there is to say of the connection: that the page no longer follows, and later that it has caught up. */
export function useConnectionWord(): ConnectionWord {
  const following = useContext(FollowStateContext);
  const online = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const [word, setWord] = useState<ConnectionWord>();
  const wasLost = useRef(false);
  const lost = !online ? 'offline' : following === 'lost' ? 'reconnecting' : undefined;

  useEffect(() => {
    if (lost) {
      const timer = setTimeout(
        () => {
          wasLost.current = true;
          setWord(lost);
        },
        lost === 'offline' || wasLost.current ? 0 : SILENT_MS,
      );
      return () => clearTimeout(timer);
    }
    if (!wasLost.current) return;
    wasLost.current = false;
    setWord('caughtUp');
    const timer = setTimeout(() => setWord(undefined), CAUGHT_UP_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [lost]);

  return word;
}
