import {
  EVIDENCE_FIELDS,
  EVIDENCE_OF,
  type ItemStatus,
  LIMITS,
  parseMoney,
  textProblem,
  unitPriceProblem,
  type Violation,
  wholeNumberProblem,
} from '@oops/item-status';
import type { Evidence } from '../evidence.js';

/** Evidence as an operator hands it in: money still a decimal string. */
export interface EvidenceFields {
  readonly availableQuantity?: number | null;
  readonly minimumQuantity?: number | null;
  readonly currentUnitPrice?: string | null;
  readonly availableSpecifications?: readonly string[] | null;
  readonly note?: string | null;
}

/**
 * What is wrong with the evidence for a report. Each piece belongs to one status only (see `EVIDENCE_OF`); a note may
 * go with any; none is required, because the seller does not always say.
 */
export function evidenceViolations(status: ItemStatus, evidence: EvidenceFields, currency: string): Violation[] {
  const strangers = EVIDENCE_FIELDS.filter((field) => evidence[field] != null && EVIDENCE_OF[status] !== field);
  const found: Violation[] = strangers.map((field) => ({ field, problem: { code: 'DOES_NOT_BELONG' } }));
  const check = (field: string, problem: Violation['problem'] | undefined) => {
    if (problem) found.push({ field, problem });
  };
  const { availableQuantity, minimumQuantity, currentUnitPrice, availableSpecifications, note } = evidence;
  if (availableQuantity != null) check('availableQuantity', wholeNumberProblem(availableQuantity, LIMITS.quantity));
  if (minimumQuantity != null) check('minimumQuantity', wholeNumberProblem(minimumQuantity, LIMITS.quantity));
  if (currentUnitPrice != null) check('currentUnitPrice', unitPriceProblem(currentUnitPrice.trim(), currency));
  if (note != null) check('note', textProblem(note.trim(), { ...LIMITS.note, multiline: true }));
  if (availableSpecifications != null) {
    const { min, max } = LIMITS.availableSpecifications;
    if (availableSpecifications.length < min) check('availableSpecifications', { code: 'REQUIRED' });
    if (availableSpecifications.length > max) check('availableSpecifications', { code: 'TOO_MANY', max });
    availableSpecifications.forEach((text, index) => {
      check(
        `availableSpecifications.${index}`,
        textProblem(text.trim(), { required: true, ...LIMITS.specification, multiline: true }),
      );
    });
  }
  return found;
}

/** The same evidence as it is stored, or `null` if there is none. Expects it to be without violations. */
export function toEvidence(fields: EvidenceFields, currency: string): Evidence | null {
  const price = fields.currentUnitPrice?.trim();
  const evidence: Evidence = {
    ...(fields.availableQuantity != null && { availableQuantity: fields.availableQuantity }),
    ...(fields.minimumQuantity != null && { minimumQuantity: fields.minimumQuantity }),
    ...(price && { currentUnitPriceMinor: parseMoney(price, currency) }),
    ...(fields.availableSpecifications != null && {
      availableSpecifications: fields.availableSpecifications.map((text) => text.trim()),
    }),
    ...(fields.note?.trim() && { note: fields.note.trim() }),
  };
  return Object.keys(evidence).length > 0 ? evidence : null;
}
