import { ITEM_STATUSES, type ItemStatus } from '@oops/item-status';
import { type EvidenceFields, evidenceContradictions, evidenceViolations, toEvidence } from './evidence-rules.js';

const GOOD = {
  availableQuantity: 12,
  minimumQuantity: 40,
  currentUnitPrice: '15.80',
  availableSpecifications: ['red', 'blue'],
} as const satisfies EvidenceFields;

type Piece = keyof typeof GOOD;

const PIECES = Object.keys(GOOD) as Piece[];

describe('which evidence belongs to which report', () => {
  const no = 'DOES_NOT_BELONG';
  const BELONGING: Record<ItemStatus, Record<Piece, 'yes' | typeof no>> = {
    PENDING: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    PARTIALLY_OOS: { availableQuantity: 'yes', minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    OOS: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    MOQ_REQUIRED: { availableQuantity: no, minimumQuantity: 'yes', currentUnitPrice: no, availableSpecifications: no },
    NO_RESPONSE: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    REFUNDED: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    CANCELLED: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    URL_ERROR: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    NAME_ERROR: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: no },
    PRICE_ERROR: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: 'yes', availableSpecifications: no },
    SPECS_ERROR: { availableQuantity: no, minimumQuantity: no, currentUnitPrice: no, availableSpecifications: 'yes' },
  };

  const cases = ITEM_STATUSES.flatMap((status) =>
    PIECES.map((piece) => [status, piece, BELONGING[status][piece]] as const),
  );

  test.each(cases)('%s with %s: %s', (status, piece, answer) => {
    const found = evidenceViolations(status, { [piece]: GOOD[piece] }, 'GBP');
    expect(found).toEqual(answer === 'yes' ? [] : [{ field: piece, problem: { code: no } }]);
  });

  test.each(ITEM_STATUSES)('%s may come without any evidence, and with a note', (status) => {
    const nothing = {
      availableQuantity: null,
      minimumQuantity: null,
      currentUnitPrice: null,
      availableSpecifications: null,
      note: null,
    };
    expect(evidenceViolations(status, {}, 'GBP')).toEqual([]);
    expect(evidenceViolations(status, nothing, 'GBP')).toEqual([]);
    expect(evidenceViolations(status, { note: 'Back in May.' }, 'GBP')).toEqual([]);
  });

  test('of several pieces only the strangers are refused, each by name', () => {
    expect(evidenceViolations('PRICE_ERROR', { ...GOOD, note: 'x' }, 'GBP')).toEqual([
      { field: 'availableQuantity', problem: { code: no } },
      { field: 'minimumQuantity', problem: { code: no } },
      { field: 'availableSpecifications', problem: { code: no } },
    ]);
  });

  test('a stranger is refused even where it says nothing', () => {
    expect(evidenceViolations('OOS', { availableQuantity: 0 }, 'GBP')).toContainEqual({
      field: 'availableQuantity',
      problem: { code: no },
    });
    expect(evidenceViolations('OOS', { currentUnitPrice: '' }, 'GBP')).toContainEqual({
      field: 'currentUnitPrice',
      problem: { code: no },
    });
  });
});

describe.each([
  ['PARTIALLY_OOS', 'availableQuantity'],
  ['MOQ_REQUIRED', 'minimumQuantity'],
] as const)('the quantity of %s', (status, field) => {
  test.each([1, 100_000])('may be %p', (quantity) => {
    expect(evidenceViolations(status, { [field]: quantity }, 'GBP')).toEqual([]);
  });

  test.each([
    [0, { code: 'TOO_SMALL', min: 1 }],
    [-1, { code: 'TOO_SMALL', min: 1 }],
    [100_001, { code: 'TOO_LARGE', max: 100_000 }],
    [1.5, { code: 'NOT_A_WHOLE_NUMBER' }],
  ])('may not be %p', (quantity, problem) => {
    expect(evidenceViolations(status, { [field]: quantity }, 'GBP')).toEqual([{ field, problem }]);
  });
});

describe('the present price', () => {
  test.each([
    ['0.01', 'GBP'],
    [' 15.80 ', 'GBP'],
    ['1000000.00', 'GBP'],
    ['15', 'JPY'],
    ['15.805', 'KWD'],
  ])('may be "%s" in %s', (currentUnitPrice, currency) => {
    expect(evidenceViolations('PRICE_ERROR', { currentUnitPrice }, currency)).toEqual([]);
  });

  test.each([
    ['0', 'GBP', { code: 'TOO_SMALL', min: '0.01' }],
    ['15.805', 'GBP', { code: 'TOO_MANY_DECIMALS', digits: 2, currency: 'GBP' }],
    ['15.80', 'JPY', { code: 'TOO_MANY_DECIMALS', digits: 0, currency: 'JPY' }],
    ['1000000.01', 'GBP', { code: 'TOO_LARGE', max: '1000000.00' }],
    ['about 15', 'GBP', { code: 'NOT_AN_AMOUNT' }],
    [' ', 'GBP', { code: 'REQUIRED' }],
  ])('may not be "%s" in %s', (currentUnitPrice, currency, problem) => {
    expect(evidenceViolations('PRICE_ERROR', { currentUnitPrice }, currency)).toEqual([
      { field: 'currentUnitPrice', problem },
    ]);
  });
});

describe('the specifications on sale', () => {
  const violations = (availableSpecifications: string[]) =>
    evidenceViolations('SPECS_ERROR', { availableSpecifications }, 'GBP');

  test('may be one to twenty, each of at most 500 characters', () => {
    expect(violations(['red'])).toEqual([]);
    expect(violations(Array(20).fill('红'.repeat(500)))).toEqual([]);
  });

  test('may not be none, nor more than twenty', () => {
    const field = 'availableSpecifications';
    expect(violations([])).toEqual([{ field, problem: { code: 'REQUIRED' } }]);
    expect(violations(Array(21).fill('red'))).toEqual([{ field, problem: { code: 'TOO_MANY', max: 20 } }]);
  });

  test('each that is wrong is named by its place', () => {
    expect(violations(['red', ' ', 'x'.repeat(501), 'blue', 'a\u0000b'])).toEqual([
      { field: 'availableSpecifications.1', problem: { code: 'REQUIRED' } },
      { field: 'availableSpecifications.2', problem: { code: 'TOO_LONG', max: 500 } },
      { field: 'availableSpecifications.4', problem: { code: 'UNREADABLE_CHARACTERS' } },
    ]);
  });
});

describe('the note', () => {
  test.each([
    ['of 1,000 characters', '🎣'.repeat(1000)],
    ['of 1,000 characters with white space around them', ` \n${'x'.repeat(1000)}  `],
    ['in several lines', 'The seller writes:\n\tback in May'],
    ['that is empty', ''],
    ['of nothing but white space', ' \n '],
  ])('may be one %s', (_what, note) => {
    expect(evidenceViolations('OOS', { note }, 'GBP')).toEqual([]);
  });

  test.each([
    ['of 1,001 characters', 'x'.repeat(1001), { code: 'TOO_LONG', max: 1000 }],
    ['with control characters', 'a\u0000b', { code: 'UNREADABLE_CHARACTERS' }],
  ])('may not be one %s', (_what, note, problem) => {
    expect(evidenceViolations('OOS', { note }, 'GBP')).toEqual([{ field: 'note', problem }]);
  });
});

describe('evidence as it is stored', () => {
  test.each<[string, EvidenceFields, string, object | null]>([
    ['a quantity on sale', { availableQuantity: 12 }, 'GBP', { availableQuantity: 12 }],
    ['a least quantity', { minimumQuantity: 40 }, 'GBP', { minimumQuantity: 40 }],
    ['a price in pence', { currentUnitPrice: ' 15.8 ' }, 'GBP', { currentUnitPriceMinor: 1580 }],
    ['a price in yen', { currentUnitPrice: '15' }, 'JPY', { currentUnitPriceMinor: 15 }],
    ['a price in fils', { currentUnitPrice: '15.8' }, 'KWD', { currentUnitPriceMinor: 15_800 }],
    [
      'specifications without the white space around them',
      { availableSpecifications: [' red', 'blue\n'] },
      'GBP',
      { availableSpecifications: ['red', 'blue'] },
    ],
    ['a note without the white space around it', { note: ' back in\nMay ' }, 'GBP', { note: 'back in\nMay' }],
    ['a quantity with a note', { availableQuantity: 1, note: 'x' }, 'GBP', { availableQuantity: 1, note: 'x' }],
    ['nothing for an empty note', { note: '  ' }, 'GBP', null],
    ['nothing for nothing', {}, 'GBP', null],
    ['nothing for nulls', { availableQuantity: null, currentUnitPrice: null, note: null }, 'GBP', null],
  ])('is %s', (_what, fields, currency, stored) => {
    expect(toEvidence(fields, currency)).toStrictEqual(stored);
  });
});

describe('evidence that speaks against its own status', () => {
  const item = { quantity: 10, unitPriceMinor: 425, currency: 'GBP' };

  test.each<[EvidenceFields, string, object]>([
    [{ availableQuantity: 10 }, 'availableQuantity', { code: 'TOO_LARGE', max: 9 }],
    [{ availableQuantity: 12 }, 'availableQuantity', { code: 'TOO_LARGE', max: 9 }],
    [{ minimumQuantity: 10 }, 'minimumQuantity', { code: 'TOO_SMALL', min: 11 }],
    [{ currentUnitPrice: '4.25' }, 'currentUnitPrice', { code: 'TOO_SMALL', min: '4.26' }],
    [{ currentUnitPrice: '3.00' }, 'currentUnitPrice', { code: 'TOO_SMALL', min: '4.26' }],
  ])('%j is refused', (evidence, field, problem) => {
    expect(evidenceContradictions(evidence, item)).toEqual([{ field, problem }]);
  });

  test.each<[EvidenceFields]>([
    [{ availableQuantity: 9 }],
    [{ minimumQuantity: 11 }],
    [{ currentUnitPrice: '4.26' }],
    [{ availableSpecifications: ['red'] }],
    [{ note: 'Back in May.', availableQuantity: null }],
    [{}],
  ])('%j is not', (evidence) => {
    expect(evidenceContradictions(evidence, item)).toEqual([]);
  });
});
