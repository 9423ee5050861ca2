import { type ItemStatus, within } from '@oops/item-status';
import type { Viewer } from '../accounts/viewer.js';
import { ChangeKind } from '../changes/change-kind.js';
import type { Services } from '../services.js';
import { changeItem, type ItemChanged, type ItemCommand } from './change-item.js';
import type { Refusal } from './refusals.js';
import { type EvidenceFields, evidenceContradictions, evidenceViolations, toEvidence } from './rules/evidence-rules.js';
import { ItemAction } from './rules/item-actions.js';

export type ReportItemStatus = ItemCommand['input'] & {
  readonly status: ItemStatus;
  readonly evidence?: EvidenceFields | null;
};

/** An operator says how an item stands, with what is known about it. The buyer is asked afresh, even if it was kept. */
export function reportItemStatus(
  services: Services,
  viewer: Viewer,
  input: ReportItemStatus,
): Promise<ItemChanged | Refusal> {
  const evidence = input.evidence ?? {};
  return changeItem(services, viewer, {
    mutation: 'reportItemStatus',
    action: ItemAction.REPORT,
    kind: ChangeKind.ITEM_STATUS_REPORTED,
    input,
    violations: (item) => {
      const found = evidenceViolations(input.status, evidence, item.currency);
      // Of an item that has changed since, nothing is compared: the operator is told of that first.
      const isSeen = input.expectedRevision === item.revision;
      return within('evidence', found.length === 0 && isSeen ? evidenceContradictions(evidence, item) : found);
    },
    patch: ({ currency }, now) => ({
      status: input.status,
      statusChangedAt: now,
      evidence: toEvidence(evidence, currency),
      keptAt: null,
    }),
  });
}
