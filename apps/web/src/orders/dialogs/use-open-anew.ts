import { useCallback, useEffect, useRef } from 'react';
import { useKept } from '../../accounts/use-kept';
import { page } from '../../ui/page';
import type { DialogRequest } from './dialog-entry';

/**
 * Loads the whole page anew and opens a dialog then. What was typed outlives it. Answers false where the server cannot be
 * reached and the page stays.
 */
export function useOpenAnew(open: (request: DialogRequest) => void): (request: DialogRequest) => Promise<boolean> {
  const kept = useKept<DialogRequest>('open-anew', ({ kind, orderId }) => Boolean(kind && orderId));
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const request = kept.read();
    kept.drop();
    if (request) latest.current(request);
  }, [kept]);

  return useCallback((request) => page.reloadIfReached(() => kept.write(request)), [kept]);
}
