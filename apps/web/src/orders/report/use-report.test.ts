import { evidenceInput } from './use-report';

describe('the evidence of a report', () => {
  it.each([
    ['availableQuantity', ' 12 ', { availableQuantity: 12 }],
    ['minimumQuantity', '50', { minimumQuantity: 50 }],
    ['currentUnitPrice', '15.80', { currentUnitPrice: '15.80' }],
    ['currentUnitPrice', '15,80', { currentUnitPrice: '15.80' }],
    ['availableSpecifications', 'red\n\n blue \n', { availableSpecifications: ['red', 'blue'] }],
  ] as const)('reads %s from %j', (field, typed, evidence) => {
    expect(evidenceInput(field, typed, '')).toEqual(evidence);
  });

  it('holds the note with any status, and is left out when nothing is known', () => {
    expect(evidenceInput(null, '', ' Back in May ')).toEqual({ note: 'Back in May' });
    expect(evidenceInput('availableQuantity', '', '')).toBeUndefined();
  });
});
