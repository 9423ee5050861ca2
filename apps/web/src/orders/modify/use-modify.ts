import { statusLabel } from '@oops/item-status';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemRowFragment, ReplaceItemDocument, type ReplaceItemInput } from '../../gql/graphql';
import { useLive } from '../../live/live-context';
import { mayHaveArrived } from '../../ui/failures';
import type { DialogWays } from '../dialogs/dialog-host';
import { useRefusalWords } from '../refusal-words';
import { useIntent } from '../use-intent';
import { useServerAct } from '../use-server-act';
import { useTell } from '../use-tell';
import { useDraft } from './use-draft';
import { typedFieldsOf, useItemForm } from './use-item-form';

/** The act behind the dialog: what was typed, sending it, and what came back. */
export function useModify(item: ItemRowFragment, currency: string, ways: DialogWays) {
  const act = useServerAct();
  const words = useRefusalWords();
  const t = useTranslations('modify');
  const live = useTranslations('live');
  const { announce } = useLive();
  const tell = useTell(ways.reopen);
  const title = t('title', { name: item.productName });
  const intent = useIntent<ReplaceItemInput>(`replace/${item.id}`);
  const drafts = useDraft(item.id);
  const [draft] = useState(drafts.read);
  const [base, setBase] = useState(draft?.base ?? item);
  const [draftRestored, setDraftRestored] = useState(draft !== undefined);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<{ readonly title: string; readonly text: string }>();
  const [conflicted, setConflicted] = useState(false);
  const [invalidSubmits, setInvalidSubmits] = useState(0);
  const form = useItemForm(draft?.typed ?? typedFieldsOf(item), currency);

  const { typed } = form;
  useEffect(() => {
    const untouched = JSON.stringify(typed) === JSON.stringify(typedFieldsOf(base));
    if (untouched) drafts.drop();
    else drafts.write({ typed, base });
  }, [typed, base, drafts]);

  function startAfresh(): void {
    form.replaceAll(typedFieldsOf(item));
    setBase(item);
    setDraftRestored(false);
    setConflicted(false);
  }

  const mayAct = item.allowedActions.includes('REPLACE');
  /** What was sent without an answer, while nothing says that it did not arrive: it is sent again as it was. */
  function unanswered(): ReplaceItemInput | undefined {
    const sent = intent.unanswered();
    if (!sent) return undefined;
    const isStillOpen =
      item.revision === sent.expectedRevision || (item.revision === sent.expectedRevision + 1 && !mayAct);
    const { idempotencyKey: _, ...input } = sent;
    return isStillOpen && sameInput(input, inputFor(sent.expectedRevision)) ? input : undefined;
  }
  function inputFor(expectedRevision: number): ReplaceItemInput {
    return { itemId: item.id, expectedRevision, ...form.fields };
  }

  function refuse(heading: 'failedTitle' | 'noAnswerTitle', text: string): void {
    tell(title, text, () => setFailure({ title: t(heading), text }));
  }

  async function submit(): Promise<void> {
    setFailure(undefined);
    form.visitAll();
    if (form.firstInvalid) return setInvalidSubmits((count) => count + 1);
    setSending(true);
    try {
      // The revision of the item as it is shown now: whoever presses Modify has seen what changed.
      const input = intent.send(unanswered() ?? inputFor(item.revision));
      const result = await act(item.id, ReplaceItemDocument, { input });
      intent.answered();
      setConflicted(result.__typename === 'ItemRevisionConflict');
      switch (result.__typename) {
        case 'ReplaceItemSuccess':
          drafts.drop();
          announce(live('itemChanged', { name: form.fields.productName, status: statusLabel('PENDING') }));
          return ways.finish();
        case 'ItemRevisionConflict':
          return tell(title, words.ofResult(result, item.status), () => {});
        case 'InvalidInput': {
          const elsewhere = form.refuse(result.violations);
          setInvalidSubmits((count) => count + 1);
          if (elsewhere.length) return refuse('failedTitle', elsewhere.join(' '));
          return tell(title, words.ofResult(result, item.status), () => {});
        }
        default:
          return refuse('failedTitle', words.ofResult(result, item.status));
      }
    } catch (error) {
      refuse(mayHaveArrived(error) ? 'noAnswerTitle' : 'failedTitle', words.ofFailure(error));
    } finally {
      setSending(false);
    }
  }

  const waitsForAnswer = unanswered() !== undefined;
  return {
    form,
    // While one's own change is under way, the live word of it may come before the answer: that is no news.
    base: sending || waitsForAnswer ? item : base,
    submit,
    sending,
    failure,
    conflicted,
    draftRestored,
    startAfresh,
    invalidSubmits,
    blocked: !sending && !waitsForAnswer && !mayAct,
  };
}

function sameInput(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
