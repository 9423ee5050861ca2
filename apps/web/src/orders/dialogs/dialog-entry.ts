import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

/** Which dialog, and what it is about. */
export type DialogRequest =
  | { readonly kind: 'modify' | 'cancel' | 'report'; readonly orderId: string; readonly itemId: string }
  | { readonly kind: 'prepare'; readonly orderId: string };

/** A dialog in the history of the browser: the way back closes it, the way forward and a reload bring it again. */
export type DialogEntry = DialogRequest & { readonly key: string; readonly accountId: string };

function entryIn(state: unknown): DialogEntry | undefined {
  const entry = (state as { dialog?: DialogEntry } | null)?.dialog;
  return entry && typeof entry.key === 'string' && typeof entry.orderId === 'string' ? entry : undefined;
}

function here(): string {
  return window.location.pathname + window.location.search;
}

export function useDialogEntry(accountId: string) {
  const [, navigate] = useLocation();
  const found = entryIn(useHistoryState<unknown>());
  const finished = useRef(new Set<string>());
  /** The entry that the way back has been taken from already. It takes a moment, and a second step would leave the page. */
  const leaving = useRef<string>(undefined);
  // Another person's dialog may stand in the history of the tab; one whose act succeeded has nothing left to ask.
  const entry = found?.accountId === accountId && !finished.current.has(found.key) ? found : undefined;

  useEffect(() => {
    if (entry?.key !== leaving.current) leaving.current = undefined;
  }, [entry?.key]);

  const open = useCallback(
    (request: DialogRequest) => {
      const key = `${Date.now()}-${Math.random()}`;
      const replace = entryIn(window.history.state) !== undefined;
      navigate(here(), { replace, state: { dialog: { ...request, key, accountId } satisfies DialogEntry } });
    },
    [navigate, accountId],
  );

  /** Goes back to before the dialog, unless it is not the one that is shown any more. */
  const close = useCallback(
    (key: string) => {
      if (entryIn(window.history.state)?.key !== key || leaving.current === key) return;
      leaving.current = key;
      if (window.history.length > 1) window.history.back();
      else navigate(here(), { replace: true });
    },
    [navigate],
  );

  /** The same, and the way forward does not lead to it again. */
  const finish = useCallback(
    (key: string) => {
      finished.current.add(key);
      close(key);
    },
    [close],
  );

  return useMemo(() => ({ entry, open, close, finish }), [entry, open, close, finish]);
}
