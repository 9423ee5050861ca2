import { statusLabel } from '@oops/item-status';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CancelItemDocument, type ItemRowFragment, KeepItemDocument } from '../gql/graphql';
import { useLive } from '../live/live-context';
import { SubmissionKeys } from '../ui/idempotency';
import { focusRow } from './focus-row';
import { useRefusalWords } from './refusal-words';
import { useServerAct } from './use-server-act';

/** The acts on an item that need no form: keep it as it is, cancel it. */
export function useItemActs(item: ItemRowFragment) {
  const act = useServerAct();
  const t = useTranslations('live');
  const { announce } = useLive();
  const words = useRefusalWords();
  const [keys] = useState(() => new SubmissionKeys());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const input = { itemId: item.id, expectedRevision: item.revision };

  /** @returns whether it was done; otherwise `refusal` says why not. */
  async function attempt(perform: () => Promise<string | undefined>): Promise<boolean> {
    setBusy(true);
    setRefusal(undefined);
    try {
      const refused = await perform();
      keys.answered();
      setRefusal(refused);
      return refused === undefined;
    } catch (error) {
      setRefusal(words.ofFailure(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  const keep = () =>
    attempt(async () => {
      const variables = { input: { ...input, idempotencyKey: keys.keyFor(['keep', input]) } };
      const result = await act(item.id, KeepItemDocument, variables);
      if (result.__typename !== 'KeepItemSuccess') return words.ofResult(result, item.status);
      announce(t('itemKept', { name: item.productName }));
      focusRow(item.id, 'modify');
      return undefined;
    });

  const cancel = () =>
    attempt(async () => {
      const variables = { input: { ...input, idempotencyKey: keys.keyFor(['cancel', input]) } };
      const result = await act(item.id, CancelItemDocument, variables);
      if (result.__typename !== 'CancelItemSuccess') return words.ofResult(result, item.status);
      announce(t('itemChanged', { name: item.productName, status: statusLabel('CANCELLED') }));
      return undefined;
    });

  return { keep, keeping: busy, cancel, cancelling: busy, refusal };
}
