import type { ItemStatus } from './statuses.js';

/** The pieces of evidence an operator can give with a report, besides a note. */
export const EVIDENCE_FIELDS = [
  'availableQuantity',
  'minimumQuantity',
  'currentUnitPrice',
  'availableSpecifications',
] as const;

export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** Which evidence belongs to which report. A note may go with any, so it is not listed. */
export const EVIDENCE_OF = {
  PENDING: null,
  PARTIALLY_OOS: 'availableQuantity',
  OOS: null,
  MOQ_REQUIRED: 'minimumQuantity',
  NO_RESPONSE: null,
  REFUNDED: null,
  CANCELLED: null,
  URL_ERROR: null,
  NAME_ERROR: null,
  PRICE_ERROR: 'currentUnitPrice',
  SPECS_ERROR: 'availableSpecifications',
} as const satisfies Record<ItemStatus, EvidenceField | null>;
