import { statusLabel } from '@oops/item-status';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CancelItemDocument, type ItemRowFragment, KeepItemDocument } from '../gql/graphql';
import { useLive } from '../live/live-context';
import { focusRow } from './focus-row';
import { useRefusalWords } from './refusal-words';
import { useIntent } from './use-intent';
import { useServerAct } from './use-server-act';
import { useTell } from './use-tell';

interface ItemActInput {
  readonly itemId: string;
  readonly expectedRevision: number;
}

/**
 * The acts on an item that need no form: keep it as it is, cancel it.
 * @param reopen leads back to the question, where there was one
 */
export function useItemActs(item: ItemRowFragment, reopen?: () => void) {
  const act = useServerAct();
  const t = useTranslations('live');
  const names = useTranslations('item');
  const words = useRefusalWords();
  const { announce } = useLive();
  const tell = useTell(reopen);
  const keepIntent = useIntent<ItemActInput>(`keep/${item.id}`);
  const cancelIntent = useIntent<ItemActInput>(`cancel/${item.id}`);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{
    readonly why: string;
    readonly revision: number;
    readonly open?: boolean;
  }>();
  const input = { itemId: item.id, expectedRevision: item.revision };

  /** @returns whether it was done; otherwise `refusal` says why not. */
  async function attempt(what: string, perform: () => Promise<string | undefined>): Promise<boolean> {
    setBusy(true);
    setRefusal(undefined);
    try {
      const refused = await perform();
      if (refused !== undefined) tell(what, refused, () => setRefusal({ why: refused, revision: item.revision }));
      return refused === undefined;
    } catch (error) {
      const why = words.ofFailure(error);
      tell(what, why, () => setRefusal({ why, revision: item.revision, open: true }));
      return false;
    } finally {
      setBusy(false);
    }
  }

  const keep = () =>
    attempt(names('keepItem', { name: item.productName }), async () => {
      const result = await act(item.id, KeepItemDocument, { input: keepIntent.send(input) });
      keepIntent.answered();
      if (result.__typename !== 'KeepItemSuccess') return words.ofResult(result, item.status);
      announce(t('itemKept', { name: item.productName }));
      focusRow(item.id, 'modify');
      return undefined;
    });

  const cancel = () =>
    attempt(names('cancelItem', { name: item.productName }), async () => {
      const result = await act(item.id, CancelItemDocument, { input: cancelIntent.send(input) });
      cancelIntent.answered();
      if (result.__typename !== 'CancelItemSuccess') return words.ofResult(result, item.status);
      announce(t('itemChanged', { name: item.productName, status: statusLabel('CANCELLED') }));
      return undefined;
    });

  // Once the item is seen to have changed, that is the answer that was missing.
  const settled = refusal?.open && refusal.revision !== item.revision;
  return {
    keep,
    cancel,
    busy,
    refusal: settled ? undefined : refusal?.why,
    /** Nobody knows whether it was done; asking again is safe, whatever the item allows by now. */
    unanswered: refusal?.open === true && !settled,
  };
}
