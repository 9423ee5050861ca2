import { statusLabel } from '@oops/item-status';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemRowFragment, ReplaceItemDocument } from '../../gql/graphql';
import { useLive } from '../../live/live-context';
import { SubmissionKeys } from '../../ui/idempotency';
import { useRefusalWords } from '../refusal-words';
import { useServerAct } from '../use-server-act';
import { itemDrafts } from './drafts';
import { typedFieldsOf, useItemForm } from './use-item-form';

/** The act behind the dialog: what was typed, sending it, and what came back. */
export function useModify(item: ItemRowFragment, currency: string, onDone: () => void) {
  const act = useServerAct();
  const words = useRefusalWords();
  const live = useTranslations('live');
  const { announce } = useLive();
  const [draft] = useState(() => itemDrafts.of(item.id));
  const [base, setBase] = useState(draft?.base ?? item);
  const [draftRestored, setDraftRestored] = useState(draft !== undefined);
  const [keys] = useState(() => new SubmissionKeys());
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [conflicted, setConflicted] = useState(false);
  const [invalidSubmits, setInvalidSubmits] = useState(0);
  const form = useItemForm(draft?.typed ?? typedFieldsOf(item), currency);

  const { typed } = form;
  useEffect(() => {
    const untouched = JSON.stringify(typed) === JSON.stringify(typedFieldsOf(base));
    if (untouched) itemDrafts.drop(item.id);
    else itemDrafts.keep(item.id, { typed, base });
  }, [typed, base, item.id]);

  function startAfresh(): void {
    form.replaceAll(typedFieldsOf(item));
    setBase(item);
    setDraftRestored(false);
    setConflicted(false);
  }

  async function submit(): Promise<void> {
    setFailure(undefined);
    form.visitAll();
    if (form.firstInvalid) return setInvalidSubmits((count) => count + 1);
    setSending(true);
    try {
      // The revision of the item as it is shown now: whoever presses Modify has seen what changed.
      const input = { itemId: item.id, expectedRevision: item.revision, ...form.fields };
      const variables = { input: { ...input, idempotencyKey: keys.keyFor(input) } };
      const result = await act(item.id, ReplaceItemDocument, variables);
      keys.answered();
      setConflicted(result.__typename === 'ItemRevisionConflict');
      switch (result.__typename) {
        case 'ReplaceItemSuccess':
          itemDrafts.drop(item.id);
          announce(live('itemChanged', { name: form.fields.productName, status: statusLabel('PENDING') }));
          return onDone();
        case 'ItemRevisionConflict':
          return;
        case 'InvalidInput': {
          const elsewhere = form.refuse(result.violations);
          if (elsewhere.length) setFailure(elsewhere.join(' '));
          return setInvalidSubmits((count) => count + 1);
        }
        default:
          return setFailure(words.ofResult(result, item.status));
      }
    } catch (error) {
      setFailure(words.ofFailure(error));
    } finally {
      setSending(false);
    }
  }

  return {
    form,
    // While one's own change is under way, the live word of it may come before the answer: that is no news.
    base: sending ? item : base,
    submit,
    sending,
    failure,
    conflicted,
    draftRestored,
    startAfresh,
    invalidSubmits,
    blocked: !sending && !item.allowedActions.includes('REPLACE'),
  };
}
