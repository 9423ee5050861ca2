import {
  EVIDENCE_OF,
  type EvidenceField,
  type ItemStatus,
  isItemStatus,
  LIMITS,
  problemMessage,
  statusLabel,
  wholeNumberProblem,
} from '@oops/item-status';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKept } from '../../accounts/use-kept';
import {
  type EvidenceInput,
  type ItemRowFragment,
  ReportItemStatusDocument,
  type ReportItemStatusInput,
} from '../../gql/graphql';
import { useLive } from '../../live/live-context';
import type { DialogWays } from '../dialogs/dialog-host';
import { useRefusalWords } from '../refusal-words';
import { typedAmount } from '../typed-amount';
import { useIntent } from '../use-intent';
import { useServerAct } from '../use-server-act';
import { useTell } from '../use-tell';

/** What was filled in and not sent. */
interface ReportDraft {
  readonly status?: ItemStatus;
  readonly evidence: string;
  readonly note: string;
}

function isReportDraft({ status, evidence, note }: Partial<ReportDraft>): boolean {
  return (!status || isItemStatus(status)) && typeof evidence === 'string' && typeof note === 'string';
}

interface ReportErrors {
  readonly status?: string;
  readonly evidence?: string;
  readonly note?: string;
}

function isQuantity(field: EvidenceField): boolean {
  return field === 'availableQuantity' || field === 'minimumQuantity';
}

/** The typed text as the piece of evidence that goes with the status. */
export function evidenceInput(field: EvidenceField | null, typed: string, note: string): EvidenceInput | undefined {
  const evidence: EvidenceInput = {};
  const text = typed.trim();
  if (field && text) {
    if (field === 'availableSpecifications')
      evidence[field] = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    else if (field === 'currentUnitPrice') evidence[field] = typedAmount(text);
    else evidence[field] = Number(text);
  }
  if (note.trim()) evidence.note = note.trim();
  return Object.keys(evidence).length ? evidence : undefined;
}

export function useReport(item: ItemRowFragment, ways: DialogWays) {
  const act = useServerAct();
  const words = useRefusalWords();
  const t = useTranslations('report');
  const live = useTranslations('live');
  const { announce } = useLive();
  const tell = useTell(ways.reopen);
  const title = t('title', { name: item.productName });
  const intent = useIntent<ReportItemStatusInput>(`report/${item.id}`);
  const drafts = useKept<ReportDraft>(`report/${item.id}`, isReportDraft);
  const [draft] = useState(drafts.read);
  const [status, chooseStatus] = useState<ItemStatus | undefined>(draft?.status);
  const [evidence, setEvidence] = useState(draft?.evidence ?? '');
  const [note, setNote] = useState(draft?.note ?? '');
  const [errors, setErrors] = useState<ReportErrors>({});
  const [invalidSubmits, setInvalidSubmits] = useState(0);
  const [failure, setFailure] = useState<string>();
  const [sending, setSending] = useState(false);
  // The item as the operator saw it on opening: a report on what has come in its place meanwhile must be meant.
  const [seenRevision, setSeenRevision] = useState<number | undefined>(item.revision);

  useEffect(() => {
    if (status || evidence || note) drafts.write({ status, evidence, note });
    else drafts.drop();
  }, [drafts, status, evidence, note]);

  function refuse(why: string): void {
    tell(title, why, () => setFailure(why));
  }

  function pointOut(found: ReportErrors): void {
    setErrors(found);
    setInvalidSubmits((count) => count + 1);
  }

  function setStatus(chosen: ItemStatus): void {
    if (!status || EVIDENCE_OF[chosen] !== EVIDENCE_OF[status]) setEvidence('');
    setErrors({});
    chooseStatus(chosen);
  }

  async function submit(): Promise<void> {
    setFailure(undefined);
    setErrors({});
    if (!status) return pointOut({ status: t('chooseStatus') });
    const field = EVIDENCE_OF[status];
    // Only what cannot be written as a number is found here; all else about evidence the server decides.
    if (field && isQuantity(field) && evidence.trim() && !/^\d+$/.test(evidence.trim())) {
      const problem = wholeNumberProblem(Number.NaN, LIMITS.quantity);
      return pointOut({ evidence: problem && problemMessage(problem) });
    }
    setSending(true);
    try {
      const input = intent.send({
        itemId: item.id,
        expectedRevision: seenRevision ?? item.revision,
        status,
        evidence: evidenceInput(field, evidence, note),
      });
      const result = await act(item.id, ReportItemStatusDocument, { input });
      intent.answered();
      switch (result.__typename) {
        case 'ReportItemStatusSuccess':
          drafts.drop();
          announce(live('itemChanged', { name: item.productName, status: statusLabel(status) }));
          return ways.finish();
        case 'InvalidInput': {
          const at = (path: string) => result.violations.find((violation) => violation.field.startsWith(path))?.message;
          const found = {
            status: at('status'),
            evidence: field ? at(`evidence.${field}`) : undefined,
            note: at('evidence.note'),
          };
          pointOut(found);
          const isShownThere = found.status || found.evidence || found.note;
          const why = words.ofResult(result, item.status);
          return tell(title, why, () => !isShownThere && setFailure(why));
        }
        case 'ItemRevisionConflict':
          setSeenRevision(undefined);
          return refuse(words.ofResult(result, item.status));
        default:
          return refuse(words.ofResult(result, item.status));
      }
    } catch (error) {
      refuse(words.ofFailure(error));
    } finally {
      setSending(false);
    }
  }

  return {
    status,
    setStatus,
    evidence,
    setEvidence,
    note,
    setNote,
    errors,
    invalidSubmits,
    failure,
    sending,
    submit,
  };
}
