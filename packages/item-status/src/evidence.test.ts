import { EVIDENCE_FIELDS, EVIDENCE_OF } from './evidence.js';

describe('evidence', () => {
  test('belongs to four reports, one piece to each', () => {
    expect(EVIDENCE_OF).toEqual({
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
    });
  });

  test('has no piece that belongs to no report, and none that belongs to two', () => {
    const used = Object.values(EVIDENCE_OF).filter((field) => field !== null);
    expect([...used].sort()).toEqual([...EVIDENCE_FIELDS].sort());
  });
});
