import { type ItemStatus, statusLabel } from '@oops/item-status';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { failureWord, mayHaveArrived } from '../ui/failures';

type Refusal = keyof typeof import('../messages/en').en.refusal;

interface RefusedResult {
  readonly __typename: Refusal;
  readonly message: string;
}

/** Why the server did not do it, in the words of the page. */
export function useRefusalWords() {
  const t = useTranslations('refusal');
  const common = useTranslations('common');
  const ofResult = useCallback(
    ({ __typename, message }: RefusedResult, status: ItemStatus): string => {
      switch (__typename) {
        case 'InvalidInput':
          return t('InvalidInput', { message });
        case 'ItemNotReplaceable':
        case 'ItemNotKeepable':
        case 'ItemNotCancellable':
          return t(__typename, { status: statusLabel(status) });
        default:
          return t(__typename);
      }
    },
    [t],
  );
  const ofFailure = useCallback(
    (error: unknown): string => common(mayHaveArrived(error) ? 'noAnswer' : failureWord(error)),
    [common],
  );
  return { ofResult, ofFailure };
}
