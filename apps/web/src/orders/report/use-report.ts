import {
  EVIDENCE_OF,
  type EvidenceField,
  type ItemStatus,
  LIMITS,
  problemMessage,
  statusLabel,
  wholeNumberProblem,
} from '@oops/item-status';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type EvidenceInput, type ItemRowFragment, ReportItemStatusDocument } from '../../gql/graphql';
import { useLive } from '../../live/live-context';
import { SubmissionKeys } from '../../ui/idempotency';
import { useRefusalWords } from '../refusal-words';
import { useServerAct } from '../use-server-act';

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
    else if (field === 'currentUnitPrice') evidence[field] = text;
    else evidence[field] = Number(text);
  }
  if (note.trim()) evidence.note = note.trim();
  return Object.keys(evidence).length ? evidence : undefined;
}

export function useReport(item: ItemRowFragment, onDone: () => void) {
  const act = useServerAct();
  const words = useRefusalWords();
  const t = useTranslations('report');
  const live = useTranslations('live');
  const { announce } = useLive();
  const [keys] = useState(() => new SubmissionKeys());
  const [status, chooseStatus] = useState<ItemStatus>();
  const [evidence, setEvidence] = useState('');
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<ReportErrors>({});
  const [failure, setFailure] = useState<string>();
  const [sending, setSending] = useState(false);
  // The item as the operator saw it on opening: a report on what has come in its place meanwhile must be meant.
  const [seenRevision, setSeenRevision] = useState<number | undefined>(item.revision);

  function setStatus(chosen: ItemStatus): void {
    if (!status || EVIDENCE_OF[chosen] !== EVIDENCE_OF[status]) setEvidence('');
    setErrors({});
    chooseStatus(chosen);
  }

  async function submit(): Promise<void> {
    setFailure(undefined);
    setErrors({});
    if (!status) return setErrors({ status: t('chooseStatus') });
    const field = EVIDENCE_OF[status];
    // Only what cannot be written as a number is found here; all else about evidence the server decides.
    if (field && isQuantity(field) && evidence.trim() && !/^\d+$/.test(evidence.trim())) {
      const problem = wholeNumberProblem(Number.NaN, LIMITS.quantity);
      return setErrors({ evidence: problem && problemMessage(problem) });
    }
    setSending(true);
    try {
      const input = {
        itemId: item.id,
        expectedRevision: seenRevision ?? item.revision,
        status,
        evidence: evidenceInput(field, evidence, note),
      };
      const variables = { input: { ...input, idempotencyKey: keys.keyFor(input) } };
      const result = await act(item.id, ReportItemStatusDocument, variables);
      keys.answered();
      switch (result.__typename) {
        case 'ReportItemStatusSuccess':
          announce(live('itemChanged', { name: item.productName, status: statusLabel(status) }));
          return onDone();
        case 'InvalidInput': {
          const at = (path: string) => result.violations.find((violation) => violation.field.startsWith(path))?.message;
          const found = {
            status: at('status'),
            evidence: field ? at(`evidence.${field}`) : undefined,
            note: at('evidence.note'),
          };
          setErrors(found);
          if (!found.status && !found.evidence && !found.note) setFailure(words.ofResult(result, item.status));
          return;
        }
        case 'ItemRevisionConflict':
          setSeenRevision(undefined);
          return setFailure(words.ofResult(result, item.status));
        default:
          return setFailure(words.ofResult(result, item.status));
      }
    } catch (error) {
      setFailure(words.ofFailure(error));
    } finally {
      setSending(false);
    }
  }

  return { status, setStatus, evidence, setEvidence, note, setNote, errors, failure, sending, submit };
}
