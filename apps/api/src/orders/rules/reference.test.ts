import { givenReference, referenceViolations } from './reference.js';

test.each([
  ['PO-4711', 'PO-4711'],
  [' \u3000PO-4711\n', 'PO-4711'],
  ['PO  47\u00a011', 'PO  47\u00a011'],
  ['Ä-1', 'Ä-1'],
  ['A\u0308-1', 'A\u0308-1'],
  [undefined, null],
  [null, null],
  ['', null],
  [' \t ', null],
  ['\u200b', null],
])('%j is kept as %j', (given, kept) => {
  expect(givenReference(given)).toBe(kept);
});

test.each([undefined, null, '', ' ', 'PO-4711', ` ${'🧾'.repeat(100)} `, '\u200b'.repeat(101)])(
  '%j has no violation',
  (text) => {
    expect(referenceViolations(text)).toEqual([]);
  },
);

test.each([
  ['🧾'.repeat(101), { code: 'TOO_LONG', max: 100 }],
  ['a\nb', { code: 'UNREADABLE_CHARACTERS' }],
  ['a\u0000', { code: 'UNREADABLE_CHARACTERS' }],
  ['half \ud83d', { code: 'UNREADABLE_CHARACTERS' }],
])('%j has one', (text, problem) => {
  expect(referenceViolations(text)).toEqual([{ field: 'reference', problem }]);
});
