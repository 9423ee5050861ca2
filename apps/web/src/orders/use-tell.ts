import { useCallback, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isolated } from '../ui/isolated';
import { useNotify } from '../ui/notices';

/**
 * Tells why something was not done: where the person looks or, when they have closed the dialog meanwhile, in a notice
 * with a way back to it.
 */
export function useTell(reopen?: () => void) {
  const t = useTranslations('common');
  const notify = useNotify();
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return useCallback(
    (what: string, why: string, showHere: () => unknown) => {
      if (isShown.current) {
        showHere();
        return;
      }
      const text = t('whatAndWhy', { what: isolated(what), why });
      notify({ text, action: reopen && { label: t('openAgain'), run: reopen } });
    },
    [notify, t, reopen],
  );
}
