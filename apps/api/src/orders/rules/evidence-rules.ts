import {
  EVIDENCE_FIELDS,
  EVIDENCE_OF,
  type EvidenceField,
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
  const given = EVIDENCE_FIELDS.filter((field) => evidence[field] != null);
  const ofPieces = given.flatMap((field): Violation[] =>
    EVIDENCE_OF[status] === field
      ? pieceViolations(field, evidence, currency)
      : [{ field, problem: { code: 'DOES_NOT_BELONG' } }],
  );
  const note = textProblem(evidence.note?.trim() ?? '', { ...LIMITS.note, multiline: true });
  return [...ofPieces, ...violation('note', note)];
}

function pieceViolations(field: EvidenceField, evidence: EvidenceFields, currency: string): Violation[] {
  switch (field) {
    case 'availableQuantity':
    case 'minimumQuantity':
      return violation(field, wholeNumberProblem(evidence[field] ?? Number.NaN, LIMITS.quantity));
    case 'currentUnitPrice':
      return violation(field, unitPriceProblem(evidence.currentUnitPrice?.trim() ?? '', currency));
    case 'availableSpecifications':
      return specificationsViolations(evidence.availableSpecifications ?? []);
  }
}

function specificationsViolations(specifications: readonly string[]): Violation[] {
  const field = 'availableSpecifications';
  const { min, max } = LIMITS.availableSpecifications;
  if (specifications.length < min) return [{ field, problem: { code: 'REQUIRED' } }];
  if (specifications.length > max) return [{ field, problem: { code: 'TOO_MANY', max } }];
  const rules = { required: true, ...LIMITS.specification, multiline: true };
  return specifications.flatMap((text, index) => violation(`${field}.${index}`, textProblem(text.trim(), rules)));
}

function violation(field: string, problem: Violation['problem'] | undefined): Violation[] {
  return problem ? [{ field, problem }] : [];
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
