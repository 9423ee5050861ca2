import {
  EVIDENCE_FIELDS,
  EVIDENCE_OF,
  type EvidenceField,
  formatMoney,
  type ItemStatus,
  LIMITS,
  parseMoney,
  textProblem,
  unitPriceProblem,
  type Violation,
  violationsOf,
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

/** What of an item evidence is compared with. */
interface Ordered {
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly currency: string;
}

/**
 * What of the evidence speaks against its own status: more available than was ordered, a minimum that was met, a price no
 * higher than the one given. It would become a fix by one press. Expects it to be without other violations.
 */
export function evidenceContradictions(evidence: EvidenceFields, item: Ordered): Violation[] {
  const { availableQuantity, minimumQuantity, currentUnitPrice } = evidence;
  const { quantity, unitPriceMinor, currency } = item;
  const { min, max } = LIMITS.quantity;
  const price = currentUnitPrice == null ? undefined : parseMoney(currentUnitPrice.trim(), currency);
  return violationsOf({
    availableQuantity:
      availableQuantity == null ? undefined : wholeNumberProblem(availableQuantity, { min, max: quantity - 1 }),
    minimumQuantity:
      minimumQuantity == null ? undefined : wholeNumberProblem(minimumQuantity, { min: quantity + 1, max }),
    currentUnitPrice:
      price !== undefined && price <= unitPriceMinor
        ? { code: 'TOO_SMALL', min: formatMoney(unitPriceMinor + 1, currency) }
        : undefined,
  });
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
